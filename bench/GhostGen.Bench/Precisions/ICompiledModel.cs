using GhostGen.Kernels;
using GhostGen.Manifests;

namespace GhostGen.Bench.Precisions;

/// <summary>What the generator writes into every class whose weights are loaded at run time, so that a type argument is enough to use one.</summary>
internal interface ICompiledModel : IStreamingModel
{
    /// <summary>Layers, sizes and costs.</summary>
    static new abstract ModelInfo Info { get; }

    /// <summary>Packs weights for the class's kernels, in its precision.</summary>
    static abstract PackedWeights LoadWeights(ModelManifest manifest);
}
