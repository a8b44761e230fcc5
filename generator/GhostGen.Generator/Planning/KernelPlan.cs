using GhostGen.Modeling;

namespace GhostGen.Generator.Planning;

/// <summary>Everything that is decided about a model before a line of it is written.</summary>
/// <param name="Shape">What it computes.</param>
/// <param name="Layers">How each layer does it.</param>
/// <param name="Memory">Where an instance keeps its values.</param>
/// <param name="Literal">How the weights are written down.</param>
internal sealed record KernelPlan(ModelShape Shape, Sequence<LayerPlan> Layers, MemoryPlan Memory, LiteralForm Literal)
{
    /// <summary>The floats of the packed weights.</summary>
    internal int WeightCount => Layers.Sum(static layer => layer.WeightCount);
}
