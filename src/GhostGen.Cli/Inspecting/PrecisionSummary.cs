using GhostGen.Kernels;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Packing;
using GhostGen.Quantization;

namespace GhostGen.Cli.Inspecting;

/// <summary>A model with weights of one precision.</summary>
/// <param name="Precision">The numbers that weights are stored as.</param>
/// <param name="Bytes">The bytes of weights that a step reads on this machine, as a compiled class's <c>Info.WeightBytes</c> has them.</param>
/// <param name="ShareOfFloat32">Those bytes over those of singles.</param>
/// <param name="ExpectedError">How far one step is expected to move the model's outputs, root of the mean square (docs/numerics.md); <see langword="null"/> of singles.</param>
/// <param name="WorstRow">The row of weights that is farthest from what it was.</param>
/// <param name="Layers">The same of each layer.</param>
internal sealed record PrecisionSummary(Precision Precision, long Bytes, double ShareOfFloat32, double? ExpectedError, WorstRow? WorstRow, IReadOnlyList<LayerQuantization> Layers)
{
    /// <summary>Sums all precisions up, singles first.</summary>
    public static IReadOnlyList<PrecisionSummary> All(ModelManifest manifest)
    {
        long singles = BytesOf(manifest, Precision.Float32);
        return [.. Enum.GetValues<Precision>().Select(precision => Of(manifest, precision, singles))];
    }

    private static PrecisionSummary Of(ModelManifest manifest, Precision precision, long singles)
    {
        LayerQuantization[] layers = [.. QuantizationReport.Of(manifest, manifest.Shape.WithPrecision(precision))];
        LayerQuantization? worst = layers.Where(static layer => layer.WorstRow is not null).MaxBy(static layer => layer.WorstRow!.Error);
        long bytes = precision == Precision.Float32 ? singles : BytesOf(manifest, precision);
        return new(
            precision,
            bytes,
            (double)bytes / singles,
            layers.Length > 0 ? layers[^1].ExpectedError : null,
            worst is { WorstRow: { } row } ? new(worst.Layer, row.Tensor, row.Row, row.Error) : null,
            layers);
    }

    private static long BytesOf(ModelManifest manifest, Precision precision)
    {
        ModelShape shape = manifest.Shape.WithPrecision(precision);
        LayerWeights[] weights = [.. shape.Layers.Select(layer => new LayerWeights(manifest, layer))];
        return (long)WeightPacker.FloatCount(WeightPacker.Stages(shape, KernelWidth.Current, weights)) * sizeof(float);
    }
}
