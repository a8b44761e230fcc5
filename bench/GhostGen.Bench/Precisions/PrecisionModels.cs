using GhostGen.Bench.Models;

namespace GhostGen.Bench.Precisions;

/// <summary>The models of the bench with weights of less than single precision.</summary>
internal static class PrecisionModels
{
    private static readonly ILookup<string, PrecisionModel> byTitle = ((PrecisionModel[])
    [
        PrecisionModel.Of<BFloat16Gru1x8>(),
        PrecisionModel.Of<BFloat16GhostGru1x8>(),
        PrecisionModel.Of<BFloat16Gru1x16>(),
        PrecisionModel.Of<BFloat16GhostGru1x16>(),
        PrecisionModel.Of<BFloat16Gru1x40>(),
        PrecisionModel.Of<BFloat16GhostGru1x40>(),
        PrecisionModel.Of<BFloat16Gru10x154>(),
        PrecisionModel.Of<BFloat16GhostGru10x154>(),
        PrecisionModel.Of<BFloat16Gru20x400>(),
        PrecisionModel.Of<BFloat16GhostGru20x400>(),
        PrecisionModel.Of<BFloat16Gru24x24>(),
        PrecisionModel.Of<BFloat16GhostGru24x24>(),
        PrecisionModel.Of<BFloat16Gru24x48>(),
        PrecisionModel.Of<BFloat16GhostGru24x48>(),
        PrecisionModel.Of<BFloat16Gru90x48>(),
        PrecisionModel.Of<BFloat16GhostGru90x48>(),
        PrecisionModel.Of<BFloat16Gru114x96>(),
        PrecisionModel.Of<BFloat16GhostGru114x96>(),
        PrecisionModel.Of<BFloat16Gru40x64>(),
        PrecisionModel.Of<BFloat16GhostGru40x64>(),
        PrecisionModel.Of<BFloat16Gru40x128>(),
        PrecisionModel.Of<BFloat16GhostGru40x128>(),
        PrecisionModel.Of<BFloat16Gru40x256>(),
        PrecisionModel.Of<BFloat16GhostGru40x256>(),
        PrecisionModel.Of<BFloat16Gru64x64>(),
        PrecisionModel.Of<BFloat16GhostGru64x64>(),
        PrecisionModel.Of<BFloat16Gru128x128>(),
        PrecisionModel.Of<BFloat16GhostGru128x128>(),
        PrecisionModel.Of<BFloat16Gru257x400>(),
        PrecisionModel.Of<BFloat16GhostGru257x400>(),
        PrecisionModel.Of<BFloat16Gru384x384>(),
        PrecisionModel.Of<BFloat16GhostGru384x384>(),
        PrecisionModel.Of<BFloat16Gru400x400>(),
        PrecisionModel.Of<BFloat16GhostGru400x400>(),
    ]).ToLookup(static model => model.Title);

    /// <summary>The same layer as <paramref name="model"/> in each precision that the bench has it in, the most exact one first.</summary>
    public static IReadOnlyList<PrecisionModel> Of(BenchModel model) => [.. byTitle[model.Title].OrderBy(static candidate => candidate.Precision)];
}
