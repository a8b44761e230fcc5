using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Generator.Planning;

/// <summary>
/// Which panels store their complete sums and compute the activations from there, vector by vector in a loop. An activation takes some
/// twenty registers with its constants. Written out for each vector of a panel, beside the sums of the others, all its intermediate
/// values go through the stack where there are 16 registers.
/// </summary>
internal static class ActivationsInMemory
{
    /// <summary>The vectors of a panel from which on its activations are loops.</summary>
    private const int FewestVectors = 2;

    /// <summary>Whether the activations of a panel are.</summary>
    internal static bool Apply(LayerShape shape, StageLayout stage, PanelLayout panel) =>
        stage is { Width.Lanes: 4, IsInteger: false } && panel.Bands.Count >= FewestVectors
        && (stage.Kind == StageKind.Gates || StageActivation.Of(shape, stage.Kind) is Activation.Sigmoid or Activation.Tanh);

    /// <summary>The floats of the largest of those panels: its accumulators, one after the other.</summary>
    internal static int SumCount(IEnumerable<(LayerShape Shape, StageLayout Stage)> stages) => stages
        .SelectMany(static entry => entry.Stage.Panels.Where(panel => Apply(entry.Shape, entry.Stage, panel)).Select(panel => panel.Lanes * entry.Stage.Accumulators.Count))
        .DefaultIfEmpty(0)
        .Max();
}
