using GhostGen.Manifests;

namespace GhostGen.Bench.Contenders;

/// <summary>Contenders that take part only where the bench was built with their libraries.</summary>
internal static partial class OptionalContenders
{
    /// <summary>Those that there are, for a plain GRU.</summary>
    public static IReadOnlyList<(string Name, IStreamingModel Model)> Of(ModelManifest manifest)
    {
        List<(string Name, IStreamingModel Model)> contenders = [];
        AddTorchSharp(manifest, contenders);
        return contenders;
    }

    static partial void AddTorchSharp(ModelManifest manifest, List<(string Name, IStreamingModel Model)> contenders);
}
