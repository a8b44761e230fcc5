using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Generator.Planning;

/// <summary>How a model is computed with one kind of vectors.</summary>
/// <param name="Width">The vectors.</param>
/// <param name="Layers">How each layer does it.</param>
internal sealed record WidthPlan(VectorWidth Width, Sequence<LayerPlan> Layers)
{
    /// <summary>Whether blocks of zeros are left out of any stage.</summary>
    internal bool IsSparse => Layers.Any(static layer => layer.IsSparse);

    /// <summary>The floats of the packed weights.</summary>
    internal int WeightCount => Layers.Sum(static layer => layer.WeightCount);

    /// <summary>Whether a sequence takes blocks of steps through the first layer, whose state stays in a register, before the others follow.</summary>
    internal bool CarriesState => Layers[0].CarriesState;

    /// <summary>Whether a sequence goes through blocks of eight steps, layer by layer.</summary>
    internal bool BlocksInputs => Layers.Any(static layer => layer.BlocksInputs);

    /// <summary>Whether every second step goes through the panels of some layer backward.</summary>
    internal bool Alternates => Layers.Any(static layer => layer.Alternates);
}
