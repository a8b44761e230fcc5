using System.Globalization;
using GhostGen.Kernels;
using GhostGen.Manifests;

namespace GhostGen.Bench.Precisions;

/// <summary>A model of the bench whose weights are stored as smaller numbers.</summary>
/// <param name="Info">Its sizes, and the bytes of its weights.</param>
/// <param name="Load">Packs weights for it, in its precision.</param>
/// <param name="Create">Makes an instance with packed weights.</param>
internal sealed record PrecisionModel(ModelInfo Info, Func<ModelManifest, PackedWeights> Load, Func<PackedWeights, IStreamingModel> Create)
{
    /// <summary>The numbers that its weights are stored as.</summary>
    public Precision Precision => Info.Layers[0].Precision;

    /// <summary>Kind and sizes, as the title of the model of single precision has them.</summary>
    public string Title => string.Create(CultureInfo.InvariantCulture, $"{Info.Layers[0].Kind} {Info.InputSize}x{Info.OutputSize}");

    /// <summary>A compiled class.</summary>
    public static PrecisionModel Of<T>()
        where T : class, ICompiledModel =>
        new(T.Info, T.LoadWeights, WithWeights<T>);

    /// <summary>An interface cannot ask for the constructor that every such class has.</summary>
    private static T WithWeights<T>(PackedWeights weights)
        where T : class, ICompiledModel =>
        (T)Activator.CreateInstance(typeof(T), weights)!;
}
