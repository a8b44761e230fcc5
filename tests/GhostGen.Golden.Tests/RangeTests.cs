using GhostGen.Kernels;
using GhostGen.Manifests;
using GhostGen.Reference;
using Xunit;

namespace GhostGen.Golden.Tests;

/// <summary>
/// Trained networks with ranges of inputs from the first half of a recording, run over the second half: 16-bit elements lose nothing by them, bytes do.
/// The table of docs/numerics.md is what this measures.
/// </summary>
public sealed class RangeTests(ITestOutputHelper output)
{
    // What docs/numerics.md calls the network.
    private static readonly Dictionary<string, string> Titles = new()
    {
        ["hello_edge/GRU_S"] = "Hello Edge GRU, S",
        ["pytorch/layers1_hidden64"] = "PyTorch keyword spotter, 1 x 64",
        ["pytorch/layers2_hidden64"] = "PyTorch keyword spotter, 2 x 64",
        ["rnnoise/vad"] = "RNNoise, vad",
        ["rnnoise/noise"] = "RNNoise, noise",
        ["rnnoise/gains"] = "RNNoise, gains",
    };

    public static TheoryData<string> Networks => [.. Titles.Keys];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Elements_of_16_bits_lose_nothing_by_ranges_from_another_part_of_the_recording(string name)
    {
        RealNetwork network = RealNetwork.Read(name);
        int size = network.Manifest.Shape.InputSize;
        int middle = network.Inputs.Length / size / 2 * size;
        ModelManifest ranged = Calibration.Calibrate(network.Manifest, [network.Inputs.AsMemory(0, middle)]);
        float[] inputs = network.Inputs[middle..];
        double[][] exact = Exact(network.Manifest, inputs);
        (double measuredBytes, double rangedBytes) = (Error(network.Manifest, Precision.Int8), Error(ranged, Precision.Int8));
        (double measuredWide, double rangedWide) = (Error(network.Manifest, Precision.Int8Wide), Error(ranged, Precision.Int8Wide));
        string row = FormattableString.Invariant($"| {Titles[name]} | {measuredBytes:0.0e-0} | {rangedBytes:0.0e-0} | {measuredWide:0.0e-0} | {rangedWide:0.0e-0} |");
        output.WriteLine(row);
        Assert.InRange(rangedWide, 0, 1.05 * measuredWide);

        // A byte has few numbers for quiet steps where its range is that of loud ones.
        Assert.InRange(rangedBytes, measuredBytes, 10 * measuredBytes);
        if (Scalar.IsFused)
        {
            Assert.Contains(row + "\n", NumericsDocument.Text(), StringComparison.Ordinal);
        }

        double Error(ModelManifest manifest, Precision precision)
        {
            var model = new ReferenceModel(manifest, precision: precision);
            var actual = new float[manifest.Shape.OutputSize];
            double sum = 0;
            for (int step = 0; step < exact.Length; step++)
            {
                model.Step(inputs.AsSpan(step * size, size), actual);
                sum += exact[step].Zip(actual, static (expected, found) => Math.Pow(expected - found, 2)).Sum();
            }

            return Math.Sqrt(sum / (exact.Length * (double)actual.Length));
        }
    }

    private static double[][] Exact(ModelManifest manifest, float[] inputs)
    {
        var oracle = new DoubleReferenceModel(manifest);
        return [.. inputs.Chunk(manifest.Shape.InputSize).Select(frame =>
        {
            var outputs = new double[manifest.Shape.OutputSize];
            oracle.Step(Array.ConvertAll(frame, static value => (double)value), outputs);
            return outputs;
        })];
    }
}
