using GhostGen.Kernels;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Cli.Inspecting;

/// <summary>A part of a layer whose blocks of zeros a step leaves out on this machine.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Stage">The part.</param>
/// <param name="Blocks">The blocks that are stored.</param>
/// <param name="ShareOfBytes">The bytes that they take, with their tables, of those that all weights would take.</param>
internal sealed record SparseStage(string Layer, string Stage, int Blocks, double ShareOfBytes)
{
    /// <summary>All such parts of a model whose weights are compiled in as singles.</summary>
    public static IReadOnlyList<SparseStage> Of(ModelManifest manifest)
    {
        var all = new List<SparseStage>();
        foreach (LayerShape layer in manifest.Shape.Layers)
        {
            foreach (StageLayout stage in LayerStages.Of(layer, KernelWidth.Current, new(manifest, layer)))
            {
                if (stage.Sparse is { } sparse)
                {
                    double share = (double)stage.FloatCount / (stage with { Sparse = null }).FloatCount;
                    all.Add(new(layer.Name, Words(stage.Kind), sparse.Parts.Sum(static part => part.Blocks), share));
                }
            }
        }

        return all;
    }

    private static string Words(StageKind kind) => kind switch
    {
        StageKind.Gates => "gates",
        StageKind.ResetUpdate => "reset and update gates",
        StageKind.Candidate => "candidate",
        StageKind.Dense => "outputs",
        _ => "ghosts",
    };
}
