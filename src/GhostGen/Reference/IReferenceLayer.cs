namespace GhostGen.Reference;

/// <summary>A layer of the reference.</summary>
/// <typeparam name="T">The numbers that it computes with.</typeparam>
internal interface IReferenceLayer<T>
{
    /// <summary>Computes one step.</summary>
    /// <param name="input">The layer's input.</param>
    /// <param name="state">The layer's share of the model's state: the old one, and the new one afterwards. Empty for a dense layer.</param>
    /// <returns>The layer's output: the new state, or memory of the layer that its next step overwrites.</returns>
    ReadOnlySpan<T> Step(ReadOnlySpan<T> input, Span<T> state);
}
