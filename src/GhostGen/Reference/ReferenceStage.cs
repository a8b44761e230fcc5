namespace GhostGen.Reference;

/// <summary>A layer among others: it reads and writes singles, whatever it computes with.</summary>
internal abstract class ReferenceStage
{
    /// <summary>Computes one step.</summary>
    /// <param name="input">The layer's input.</param>
    /// <param name="state">The layer's share of the model's state: the old one, and the new one afterwards. Empty for a dense layer.</param>
    /// <returns>The layer's output: the new state, or memory of the layer that its next step overwrites.</returns>
    internal abstract ReadOnlySpan<float> Step(ReadOnlySpan<float> input, Span<float> state);
}
