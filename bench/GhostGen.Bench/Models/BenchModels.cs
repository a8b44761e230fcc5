using GhostGen.Kernels;
using GhostGen.Manifests;
using GhostGen.TestSupport;

namespace GhostGen.Bench.Models;

/// <summary>All compiled models of the bench, each as a plain GRU and as a GhostGRU of ratio 2.</summary>
internal static class BenchModels
{
    /// <summary>The models, by size as the list of shapes in the README has them.</summary>
    public static IReadOnlyList<BenchModel> All { get; } =
    [
        Of(static () => Gru1x8.Info, Gru1x8.LoadWeights, static weights => new Gru1x8(weights), static (weights, streams) => new Gru1x8.Batch(weights, streams), static weights => new FastGru1x8(weights)),
        Of(static () => GhostGru1x8.Info, GhostGru1x8.LoadWeights, static weights => new GhostGru1x8(weights), static (weights, streams) => new GhostGru1x8.Batch(weights, streams), static weights => new FastGhostGru1x8(weights)),
        Of(static () => Gru1x16.Info, Gru1x16.LoadWeights, static weights => new Gru1x16(weights), static (weights, streams) => new Gru1x16.Batch(weights, streams), static weights => new FastGru1x16(weights)),
        Of(static () => GhostGru1x16.Info, GhostGru1x16.LoadWeights, static weights => new GhostGru1x16(weights), static (weights, streams) => new GhostGru1x16.Batch(weights, streams), static weights => new FastGhostGru1x16(weights)),
        Of(static () => Gru1x40.Info, Gru1x40.LoadWeights, static weights => new Gru1x40(weights), static (weights, streams) => new Gru1x40.Batch(weights, streams), static weights => new FastGru1x40(weights)),
        Of(static () => GhostGru1x40.Info, GhostGru1x40.LoadWeights, static weights => new GhostGru1x40(weights), static (weights, streams) => new GhostGru1x40.Batch(weights, streams), static weights => new FastGhostGru1x40(weights)),
        Of(static () => Gru10x154.Info, Gru10x154.LoadWeights, static weights => new Gru10x154(weights), static (weights, streams) => new Gru10x154.Batch(weights, streams)),
        Of(static () => GhostGru10x154.Info, GhostGru10x154.LoadWeights, static weights => new GhostGru10x154(weights), static (weights, streams) => new GhostGru10x154.Batch(weights, streams)),
        Of(static () => Gru20x400.Info, Gru20x400.LoadWeights, static weights => new Gru20x400(weights), static (weights, streams) => new Gru20x400.Batch(weights, streams)),
        Of(static () => GhostGru20x400.Info, GhostGru20x400.LoadWeights, static weights => new GhostGru20x400(weights), static (weights, streams) => new GhostGru20x400.Batch(weights, streams)),
        Of(static () => Gru24x24.Info, Gru24x24.LoadWeights, static weights => new Gru24x24(weights), static (weights, streams) => new Gru24x24.Batch(weights, streams)),
        Of(static () => GhostGru24x24.Info, GhostGru24x24.LoadWeights, static weights => new GhostGru24x24(weights), static (weights, streams) => new GhostGru24x24.Batch(weights, streams)),
        Of(static () => Gru24x48.Info, Gru24x48.LoadWeights, static weights => new Gru24x48(weights), static (weights, streams) => new Gru24x48.Batch(weights, streams)),
        Of(static () => GhostGru24x48.Info, GhostGru24x48.LoadWeights, static weights => new GhostGru24x48(weights), static (weights, streams) => new GhostGru24x48.Batch(weights, streams)),
        Of(static () => Gru90x48.Info, Gru90x48.LoadWeights, static weights => new Gru90x48(weights), static (weights, streams) => new Gru90x48.Batch(weights, streams)),
        Of(static () => GhostGru90x48.Info, GhostGru90x48.LoadWeights, static weights => new GhostGru90x48(weights), static (weights, streams) => new GhostGru90x48.Batch(weights, streams)),
        Of(static () => Gru114x96.Info, Gru114x96.LoadWeights, static weights => new Gru114x96(weights), static (weights, streams) => new Gru114x96.Batch(weights, streams)),
        Of(static () => GhostGru114x96.Info, GhostGru114x96.LoadWeights, static weights => new GhostGru114x96(weights), static (weights, streams) => new GhostGru114x96.Batch(weights, streams)),
        Of(static () => Gru40x64.Info, Gru40x64.LoadWeights, static weights => new Gru40x64(weights), static (weights, streams) => new Gru40x64.Batch(weights, streams)),
        Of(static () => GhostGru40x64.Info, GhostGru40x64.LoadWeights, static weights => new GhostGru40x64(weights), static (weights, streams) => new GhostGru40x64.Batch(weights, streams)),
        Of(static () => Gru40x128.Info, Gru40x128.LoadWeights, static weights => new Gru40x128(weights), static (weights, streams) => new Gru40x128.Batch(weights, streams)),
        Of(static () => GhostGru40x128.Info, GhostGru40x128.LoadWeights, static weights => new GhostGru40x128(weights), static (weights, streams) => new GhostGru40x128.Batch(weights, streams)),
        Of(static () => Gru40x256.Info, Gru40x256.LoadWeights, static weights => new Gru40x256(weights), static (weights, streams) => new Gru40x256.Batch(weights, streams)),
        Of(static () => GhostGru40x256.Info, GhostGru40x256.LoadWeights, static weights => new GhostGru40x256(weights), static (weights, streams) => new GhostGru40x256.Batch(weights, streams)),
        Of(static () => Gru64x64.Info, Gru64x64.LoadWeights, static weights => new Gru64x64(weights), static (weights, streams) => new Gru64x64.Batch(weights, streams)),
        Of(static () => GhostGru64x64.Info, GhostGru64x64.LoadWeights, static weights => new GhostGru64x64(weights), static (weights, streams) => new GhostGru64x64.Batch(weights, streams)),
        Of(static () => Gru128x128.Info, Gru128x128.LoadWeights, static weights => new Gru128x128(weights), static (weights, streams) => new Gru128x128.Batch(weights, streams)),
        Of(static () => GhostGru128x128.Info, GhostGru128x128.LoadWeights, static weights => new GhostGru128x128(weights), static (weights, streams) => new GhostGru128x128.Batch(weights, streams)),
        Of(static () => Gru257x400.Info, Gru257x400.LoadWeights, static weights => new Gru257x400(weights), static (weights, streams) => new Gru257x400.Batch(weights, streams)),
        Of(static () => GhostGru257x400.Info, GhostGru257x400.LoadWeights, static weights => new GhostGru257x400(weights), static (weights, streams) => new GhostGru257x400.Batch(weights, streams)),
        Of(static () => Gru384x384.Info, Gru384x384.LoadWeights, static weights => new Gru384x384(weights), static (weights, streams) => new Gru384x384.Batch(weights, streams)),
        Of(static () => GhostGru384x384.Info, GhostGru384x384.LoadWeights, static weights => new GhostGru384x384(weights), static (weights, streams) => new GhostGru384x384.Batch(weights, streams)),
        Of(static () => Gru400x400.Info, Gru400x400.LoadWeights, static weights => new Gru400x400(weights), static (weights, streams) => new Gru400x400.Batch(weights, streams)),
        Of(static () => GhostGru400x400.Info, GhostGru400x400.LoadWeights, static weights => new GhostGru400x400(weights), static (weights, streams) => new GhostGru400x400.Batch(weights, streams)),
    ];

    /// <summary>The models whose title contains <paramref name="filter"/>; all, without one.</summary>
    public static IReadOnlyList<BenchModel> Matching(string? filter) =>
        [.. All.Where(model => filter is null || model.Title.Contains(filter, StringComparison.OrdinalIgnoreCase))];

    private static BenchModel Of(
        Func<ModelInfo> describe,
        Func<ModelManifest, PackedWeights> load,
        Func<PackedWeights, IStreamingModel> create,
        Func<PackedWeights, int, IStreamingBatch> createBatch,
        Func<PackedWeights, IStreamingModel>? createFast = null) =>
        new(describe, () => RandomModels.Manifest(describe().Shape), load, create, createBatch) { CreateFast = createFast };
}
