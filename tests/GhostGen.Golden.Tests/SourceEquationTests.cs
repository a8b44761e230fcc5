using GhostGen.Golden.Tests.Conversion;
using GhostGen.Importing;
using GhostGen.Reference;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Golden.Tests;

/// <summary>
/// Where a network comes without outputs to compare with, its own runtime's equations are written out here, on its own arrangement of
/// the weights: a gate in the wrong place or a matrix on its side cannot pass.
/// </summary>
public sealed class SourceEquationTests
{
    private const int Steps = 50;

    // Both sides compute in double precision; only the order of summation differs.
    private const double Rounding = 1e-11;

    [Theory]
    [InlineData("GRU_S")]
    [InlineData("GRU_M")]
    [InlineData("GRU_L")]
    public void Hello_Edge_networks_compute_what_TensorFlows_cell_computes(string network)
    {
        string folder = RequiredData.Path("models", "hello_edge_gru", network);
        Dictionary<string, NumpyArray> arrays = NumpyArrays.FromFolder(folder);
        var model = new DoubleReferenceModel(ModelImport.Load(folder));
        int hidden = model.Info.StateSize;
        var state = new double[hidden];
        foreach (double[] input in Inputs(model.Info.InputSize, bound: 20))
        {
            double[] gates = Array.ConvertAll(Affine([.. input, .. state], arrays["gates_kernel"].Values, arrays["gates_bias"].Values), Sigmoid);
            double[] resetState = [.. state.Select((value, i) => value * gates[i])];
            double[] candidate = Array.ConvertAll(Affine([.. input, .. resetState], arrays["candidate_kernel"].Values, arrays["candidate_bias"].Values), Math.Tanh);
            state = [.. state.Select((value, i) => (gates[hidden + i] * value) + ((1 - gates[hidden + i]) * candidate[i]))];
            Same(Affine(state, arrays["W_o"].Values, arrays["b_o"].Values), Step(model, input));
            Same(state, model.State);
        }
    }

    [Fact]
    public void RNNoise_layers_compute_what_its_own_code_computes()
    {
        RnNoise network = RnNoise.Read(RequiredData.Path("models", "rnnoise_v0", "weights.json"));
        var voice = new DoubleReferenceModel(network.VoiceActivity());
        var noise = new DoubleReferenceModel(network.Noise());
        var gains = new DoubleReferenceModel(network.Gains());
        var voiceState = new double[24];
        var noiseState = new double[48];
        var gainState = new double[96];
        foreach (double[] features in Inputs(42, bound: 2))
        {
            double[] dense = Array.ConvertAll(Affine(features, network["input_dense_weights"], network["input_dense_bias"]), Math.Tanh);
            voiceState = RnNoiseCell(network, "vad_gru", dense, voiceState);
            Same(Array.ConvertAll(Affine(voiceState, network["vad_output_weights"], network["vad_output_bias"]), Sigmoid), Step(voice, features));

            double[] noiseInput = [.. dense, .. voiceState, .. features];
            noiseState = RnNoiseCell(network, "noise_gru", noiseInput, noiseState);
            Same(noiseState, Step(noise, noiseInput));

            double[] gainInput = [.. voiceState, .. noiseState, .. features];
            gainState = RnNoiseCell(network, "denoise_gru", gainInput, gainState);
            Same(Array.ConvertAll(Affine(gainState, network["denoise_output_weights"], network["denoise_output_bias"]), Sigmoid), Step(gains, gainInput));
        }
    }

    private static double[] RnNoiseCell(RnNoise network, string name, double[] input, double[] state)
    {
        int n = state.Length;
        double[] fromInput = Affine(input, network[name + "_weights"], network[name + "_bias"]);
        double[] fromState = Affine(state, network[name + "_recurrent_weights"], new float[3 * n]);
        double[] update = [.. Enumerable.Range(0, n).Select(i => Sigmoid(fromInput[i] + fromState[i]))];
        double[] resetState = [.. Enumerable.Range(0, n).Select(i => state[i] * Sigmoid(fromInput[n + i] + fromState[n + i]))];
        double[] fromResetState = Affine(resetState, network[name + "_recurrent_weights"], new float[3 * n]);
        return
        [
            .. Enumerable.Range(0, n).Select(i =>
            {
                double candidate = Math.Max(0, fromInput[(2 * n) + i] + fromResetState[(2 * n) + i]);
                return (update[i] * state[i]) + ((1 - update[i]) * candidate);
            }),
        ];
    }

    /// <summary>The product of a row vector and a matrix, plus biases: the arrangement of both sources.</summary>
    private static double[] Affine(double[] input, float[] matrix, float[] biases) =>
        [.. biases.Select((bias, column) => input.Select((value, row) => value * matrix[(row * biases.Length) + column]).Aggregate((double)bias, static (a, b) => a + b))];

    private static double Sigmoid(double value) => 1 / (1 + Math.Exp(-value));

    private static IEnumerable<double[]> Inputs(int size, float bound) =>
        RandomModels.Inputs(Steps * size, bound: bound).Chunk(size).Select(static frame => Array.ConvertAll(frame, static value => (double)value));

    private static double[] Step(DoubleReferenceModel model, double[] input)
    {
        var output = new double[model.Info.OutputSize];
        model.Step(input, output);
        return output;
    }

    private static void Same(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= Rounding * Math.Max(1, Math.Abs(expected[i])),
                FormattableString.Invariant($"Value {i} is {actual[i]:R} and has to be {expected[i]:R}."));
        }
    }
}
