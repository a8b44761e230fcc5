using GhostGen.Manifests;

namespace GhostGen.Importing.Onnx.Values;

/// <summary>A value on the way from an input to an output: what a step reads or writes, for many steps and sequences at once.</summary>
/// <param name="Source">The input of the graph that it comes from.</param>
/// <param name="Stage">How much of the chain of layers it has been through: <see cref="LayerChain.Stage"/> as it was made.</param>
/// <param name="Axes">Its axes, outermost first.</param>
internal sealed record DataPath(string Source, int Stage, IReadOnlyList<Axis> Axes) : GraphValue
{
    /// <summary>Whether it is a recurrent layer's state after the last step.</summary>
    public bool IsLastState { get; init; }

    /// <inheritdoc/>
    public override string Words => Stage == 0 ? $"the input {Quote.Of(Source)}" : "a value computed from the input";
}
