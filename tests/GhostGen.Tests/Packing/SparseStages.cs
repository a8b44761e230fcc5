using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Packing;
using GhostGen.TestSupport;

namespace GhostGen.Tests.Packing;

/// <summary>Stages of pruned layers for tests.</summary>
internal static class SparseStages
{
    /// <summary>A layer's weights: random, some set to zero.</summary>
    internal static LayerWeights Weights(LayerShape layer, Func<int, int, int, bool> isZero) => Weights(layer, manifest => PrunedModels.Weights(manifest, isZero));

    /// <summary>A layer's weights: random, then changed.</summary>
    internal static LayerWeights Weights(LayerShape layer, Func<ModelManifest, ModelManifest> change, ulong seed = 1) =>
        new(change(RandomModels.Manifest(new("model", new([layer])), seed)), layer);

    /// <summary>The stages of a layer that can leave blocks out, whether it is worth it or not, with all blocks that are zero left out.</summary>
    internal static IEnumerable<StageLayout> Of(LayerShape layer, VectorWidth width, LayerWeights weights) =>
        LayerStages.Of(layer, width)
            .Where(static stage => stage.Panels.Count > 0 && stage.Repeats == 1)
            .Select(stage => stage with { Sparse = SparseBlocks.Layout(stage, weights) });
}
