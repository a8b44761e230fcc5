namespace GhostGen.Reference;

/// <summary>A layer of the double-precision reference.</summary>
internal interface IDoubleLayer
{
    /// <summary>Computes one step.</summary>
    /// <param name="input">The layer's input.</param>
    /// <param name="state">The layer's share of the model's state: the old one, and the new one afterwards. Empty for a dense layer.</param>
    /// <param name="output">The layer's output; overlaps neither of the others.</param>
    void Step(ReadOnlySpan<double> input, Span<double> state, Span<double> output);
}
