using GhostGen.Manifests;

namespace GhostGen.Importing.Onnx.Values;

/// <summary>What a name of a graph stands for while the graph is followed.</summary>
internal abstract record GraphValue
{
    /// <summary>What messages call it.</summary>
    public abstract string Words { get; }
}

/// <summary>A value whose shape does not matter: operators that only change shapes leave it as it is.</summary>
internal abstract record ShapelessValue : GraphValue;

/// <summary>Nothing but zeros, as exporters make an initial state whose size depends on the input's.</summary>
internal sealed record ZeroValue : ShapelessValue
{
    /// <inheritdoc/>
    public override string Words => "zeros";
}

/// <summary>A part of an input of the graph that can only be an initial state.</summary>
/// <param name="Source">The input.</param>
internal sealed record InputPart(string Source) : ShapelessValue
{
    /// <inheritdoc/>
    public override string Words => $"a part of the input {Quote.Of(Source)}";
}

/// <summary>Last states of recurrent layers, joined or not: a result of the graph that a streaming model has as its state.</summary>
internal sealed record LastStates : ShapelessValue
{
    /// <inheritdoc/>
    public override string Words => "states after the last step";
}
