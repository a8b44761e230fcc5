using GhostGen.Modeling;

namespace GhostGen.Generator.Planning;

/// <summary>Everything that is decided about a model before a line of it is written.</summary>
/// <param name="Shape">What it computes.</param>
/// <param name="Widths">How it is computed with each kind of vectors, in the order in which generated code prefers them.</param>
/// <param name="Memory">Where an instance keeps its values.</param>
/// <param name="Literal">How the weights are written down.</param>
/// <param name="Options">What the class's attribute decides.</param>
internal sealed record KernelPlan(ModelShape Shape, Sequence<WidthPlan> Widths, MemoryPlan Memory, LiteralForm Literal, KernelOptions Options)
{
    /// <summary>How a batch keeps its streams.</summary>
    internal StreamPlan Streams { get; } = StreamPlan.For(Memory, Shape.InputSize);

    /// <summary>Whether a step finds some of its weights in no first-level cache.</summary>
    internal bool ExceedsCache { get; init; }

    /// <summary>Whether a sequence is computed in blocks of steps: in some layer the products of all their inputs together, then the rest step by step.</summary>
    internal bool BlocksSequences => Widths.Any(static width => width.BlocksInputs);

    /// <summary>Whether blocks of zeros are left out at any width.</summary>
    internal bool IsSparse => Widths.Any(static width => width.IsSparse);

    /// <summary>The beginnings of the names that generated code has for each layer.</summary>
    internal IEnumerable<string> Identifiers => Widths[0].Layers.Select(static layer => layer.Identifier);
}
