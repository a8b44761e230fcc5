using System.Runtime.InteropServices;

namespace GhostGen.Reference.Generic;

/// <summary>A layer of the generic runtime.</summary>
internal abstract class GenericLayer
{
    /// <summary>The floats of weights that a step reads, padding included.</summary>
    internal abstract long WeightFloats { get; }

    /// <summary>The layer's share of the model's state.</summary>
    internal virtual int StateSize => 0;

    /// <summary>Computes one step.</summary>
    /// <param name="input">The layer's input.</param>
    /// <param name="state">The layer's share of the model's state, with <see cref="PanelCut.Slack"/> floats behind it that may be read.</param>
    /// <returns>The layer's output: its state, or memory of its own that the next step overwrites.</returns>
    internal abstract ref float Step(ref float input, ref float state);

    /// <summary>Memory for <paramref name="count"/> values, with room for a whole vector behind them.</summary>
    protected static float[] Room(int count) => new float[count + PanelCut.Slack];

    /// <summary>The first element.</summary>
    protected static ref float First(float[] values) => ref MemoryMarshal.GetArrayDataReference(values);
}
