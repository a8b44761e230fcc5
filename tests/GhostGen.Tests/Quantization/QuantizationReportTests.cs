using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Quantization;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Tests.Quantization;

/// <summary>What the report says of weights of fewer bits: one case computed by hand, and what must be so of any.</summary>
public sealed class QuantizationReportTests
{
    /// <summary>Digits that a handful of operations in double precision leave.</summary>
    private const double Rounding = 1e-12;

    // The rows' scales are 128 / 127 and 127 / 127, of their first pairs: the bytes of the one are 99, 28 and 0, and the other is exact.
    private static readonly float[] Weights = [100, 28, 0.25f, 100, 27, 0];

    public static TheoryData<string> Table => [.. ModelTable.Shapes.Select(static shape => shape.Name)];

    public static TheoryData<Precision> Reduced => [.. Enum.GetValues<Precision>().Where(static precision => precision != Precision.Float32)];

    [Fact]
    public void Bytes_of_a_dense_layer_are_as_computed_by_hand()
    {
        LayerQuantization layer = Assert.Single(QuantizationReport.Of(Dense(), Dense().Shape.WithPrecision(Precision.Int8)));
        double scale = 128f / 127;
        double[] changes = [(99 * scale) - 100, (28 * scale) - 28, -0.25];
        double square = changes.Sum(static change => change * change);
        double weights = (100 * 100) + (28 * 28) + (0.25 * 0.25);
        Assert.Equal(("dense", Precision.Int8), (layer.Layer, layer.Precision));
        Assert.Equal((4 * 8, 6 + (4 * 2) + (4 * 2)), (layer.BytesBefore, layer.BytesAfter));
        Assert.Equal(("weight", 0, "output", 0), (layer.WorstRow!.Tensor, layer.WorstRow.Row, layer.WorstRow.Gate, layer.WorstRow.Output));
        Assert.Equal(Math.Sqrt(square / weights), layer.WorstRow.Error, Rounding);

        // Inputs between -1 and 1 have the mean square 1/3, their bytes are off by that of a number between plus and minus half of 1/127. Sigmoid at sums whose mean
        // square is that of the bias and of all products.
        double rounding = 1 / (12.0 * 127 * 127);
        double first = Sigmoid(4 + (weights / 3)) * ((square / 3) + (scale * scale * ((99 * 99) + (28 * 28)) * rounding));
        double second = Sigmoid(9 + (((100 * 100) + (27 * 27)) / 3.0)) * ((100 * 100) + (27 * 27)) * rounding;
        Assert.Equal(Math.Sqrt((first + second) / 2), layer.ExpectedError, Rounding);
        Assert.Equal(Math.Sqrt(first), layer.WorstExpectedError, Rounding);
        Assert.Equal(0, layer.WorstOutput);

        static double Sigmoid(double sums) => 1 / (16 * Math.Sqrt(1 + sums));
    }

    [Fact]
    public void A_mean_of_inputs_meets_what_becomes_of_a_row_as_a_whole()
    {
        var shape = new ModelShape("model", new([new DenseShape("dense", 2, 1)]));
        var manifest = new ModelManifest(shape, new Dictionary<string, float[]> { ["dense.weight"] = [1.00390625f, 1.00390625f], ["dense.bias"] = [0] });
        ModelManifest moved = new(shape, new Dictionary<string, float[]> { ["dense.weight"] = [1.00390625f, 1.00390625f], ["dense.bias"] = [0] }, normalization: new(new([10, 20]), new([1, 1])));

        // Ties to even: both weights lose 2^-8.
        const double Change = 1 / 256.0;
        ModelShape halves = shape.WithPrecision(Precision.BFloat16);
        Assert.Equal(Change * Math.Sqrt(2 / 3.0), QuantizationReport.Of(manifest, halves)[0].ExpectedError, Rounding);
        Assert.Equal(Change * Math.Sqrt((30 * 30) + 2), QuantizationReport.Of(moved, halves)[0].ExpectedError, Rounding);
    }

    [Fact]
    public void A_larger_range_of_inputs_moves_outputs_by_as_much_more()
    {
        ModelManifest manifest = RandomModels.Manifest(new("model", new([new DenseShape("dense", 5, 3)])));
        ModelShape bytes = manifest.Shape.WithPrecision(Precision.Int8);
        ModelShape wider = bytes with { Layers = new([bytes.Layers[0] with { InputRange = 8 }]) };
        Assert.Equal(8 * QuantizationReport.Of(manifest, bytes)[0].ExpectedError, QuantizationReport.Of(manifest, wider)[0].ExpectedError, Rounding);
    }

    [Fact]
    public void A_layer_hands_on_what_the_layers_before_it_do()
    {
        ModelManifest manifest = RandomModels.Manifest(new("model", new([new GruShape("gru", 5, 7), new DenseShape("head", 7, 1)])));
        ModelShape halves = manifest.Shape.WithPrecision(Precision.BFloat16);
        ModelShape exactBefore = halves with { Layers = new([manifest.Shape.Layers[0], halves.Layers[1]]) };
        LayerQuantization alone = Assert.Single(QuantizationReport.Of(manifest, exactBefore));
        Assert.Equal("head", alone.Layer);
        Assert.True(QuantizationReport.Of(manifest, halves)[1].ExpectedError > alone.ExpectedError);
    }

    [Fact]
    public void The_gate_and_the_state_of_a_row_are_named()
    {
        // Only one row does not consist of numbers that halves hold: the third state's update gate.
        var shape = new ModelShape("model", new([new GruShape("gru", 2, 3)]));
        var tensors = shape.Layers[0].Tensors.ToDictionary(static tensor => $"gru.{tensor.Name}", static tensor => new float[tensor.Count]);
        Array.Fill(tensors["gru.weight_hh"], 1);
        tensors["gru.weight_hh"][5 * 3] = 1.001f;
        QuantizedRow? worst = QuantizationReport.Of(new(shape, tensors), shape.WithPrecision(Precision.BFloat16))[0].WorstRow;
        Assert.Equal(("weight_hh", 5, "update", 2), (worst!.Tensor, worst.Row, worst.Gate, worst.Output));
        Assert.Equal((1.001f - 1.0) / Math.Sqrt(2 + ((double)1.001f * 1.001f)), worst.Error, Rounding);
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_shape_has_an_entry_a_layer_in_every_precision_and_none_in_single(string name)
    {
        ModelManifest manifest = RandomModels.Manifest(ModelTable.Shape(name));
        Assert.Empty(QuantizationReport.Of(manifest, manifest.Shape));
        foreach (Precision precision in Enum.GetValues<Precision>().Where(static precision => precision != Precision.Float32))
        {
            Sequence<LayerQuantization> report = QuantizationReport.Of(manifest, manifest.Shape.WithPrecision(precision));
            Assert.Equal(manifest.Shape.Layers.Select(static layer => layer.Name), report.Select(static layer => layer.Layer));
            Assert.All(report, static layer =>
            {
                Assert.InRange(layer.BytesAfter, 1, 2 * layer.BytesBefore);
                Assert.InRange(layer.WorstRow!.Error, 0, 0.05);
                Assert.InRange(layer.ExpectedError, double.Epsilon, layer.WorstExpectedError);
                Assert.True(double.IsFinite(layer.WorstExpectedError));
            });
        }
    }

    [Theory]
    [MemberData(nameof(Reduced))]
    public void Weights_that_a_precision_holds_are_not_changed(Precision precision)
    {
        // One weight a row: its byte is 127.
        var shape = new ModelShape("model", new([new DenseShape("dense", 1, 2)]));
        var manifest = new ModelManifest(shape, new Dictionary<string, float[]> { ["dense.weight"] = [127, -127], ["dense.bias"] = [0, 0] });
        Assert.Equal(0, QuantizationReport.Of(manifest, shape.WithPrecision(precision))[0].WorstRow!.Error);
    }

    [Fact]
    public void Another_shape_is_refused()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(static () => QuantizationReport.Of(Dense(), new("model", new([new DenseShape("dense", 3, 3)]))));
        Assert.Contains("another shape", refusal.Message, StringComparison.Ordinal);
    }

    private static ModelManifest Dense() => new(
        new("model", new([new DenseShape("dense", 3, 2) { Activation = Activation.Sigmoid }])),
        new Dictionary<string, float[]> { ["dense.weight"] = Weights, ["dense.bias"] = [2, 3] });
}
