using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Reference;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Tests.Reference;

/// <summary>The two references, which share no code but the model file, compute the same function.</summary>
public sealed class SingleAgainstDoubleTests
{
    public static TheoryData<string> Table => Models.Table;

    [Theory]
    [MemberData(nameof(Table))]
    public void Single_precision_stays_within_rounding_of_double_precision(string name)
    {
        const int Steps = 50;
        ModelShape shape = ModelTable.Shape(name);
        ModelManifest manifest = RandomModels.Manifest(shape);
        float[] inputs = Models.Inputs(shape, Steps);

        float[] actual = Models.Run(new ReferenceModel(manifest), inputs);
        double[] expected = Exact(manifest, inputs);

        AssertWithin(shape, expected, actual);
    }

    [Fact]
    public void Large_weights_saturate_the_gates_and_nothing_overflows()
    {
        ModelShape shape = ModelTable.Shape("stack_all_kinds");
        ModelManifest small = RandomModels.Manifest(shape);
        var tensors = new Dictionary<string, float[]>();
        foreach (LayerShape layer in shape.Layers)
        {
            foreach (TensorShape tensor in layer.Tensors)
            {
                tensors[$"{layer.Name}.{tensor.Name}"] = Array.ConvertAll(small.Tensor(layer, tensor.Name), static value => value * 1e6f);
            }
        }

        var manifest = new ModelManifest(shape, tensors);
        float[] inputs = Models.Inputs(shape, 20);
        foreach (string runtime in Models.Runtimes)
        {
            IStreamingModel model = Models.Create(runtime, manifest);
            float[] outputs = Models.Run(model, inputs);
            Assert.All(outputs, static value => Assert.InRange(value, 0f, 1f));
            foreach (float value in model.State)
            {
                Assert.InRange(value, -1f, 1f);
            }
        }
    }

    [Theory]
    [InlineData(1e30f, 1f)]
    [InlineData(-1e30f, -1f)]
    public void A_saturated_unit_takes_its_candidate_exactly(float weight, float expected)
    {
        // The update gate is exactly 0 and the candidate exactly +-1.
        var shape = new ModelShape("saturated", new([new GruShape("gru", 1, 1)]));
        var manifest = new ModelManifest(shape, new Dictionary<string, float[]>
        {
            ["gru.weight_ih"] = [0, -1e30f, weight],
            ["gru.weight_hh"] = [0, 0, 0],
            ["gru.bias_ih"] = [0, 0, 0],
            ["gru.bias_hh"] = [0, 0, 0],
        });
        foreach (string runtime in Models.Runtimes)
        {
            Assert.Equal([expected, expected], Models.Run(Models.Create(runtime, manifest), [1, 1]));
        }
    }

    internal static double[] Exact(ModelManifest manifest, float[] inputs)
    {
        var model = new DoubleReferenceModel(manifest);
        var outputs = new double[inputs.Length / model.Info.InputSize * model.Info.OutputSize];
        model.Run(Array.ConvertAll(inputs, static value => (double)value), outputs);
        return outputs;
    }

    /// <summary>
    /// A chain of k multiply-adds makes k roundings. With these weights partial sums lie below 2, where one rounding has a standard
    /// deviation of 2^-23 / sqrt(12); the largest of some thousand outputs lies at 4 deviations of their sum, which is 2.3 sqrt(k) times
    /// 2^-24, here 2.5. 8 more cover the activations' few units and the blend. Layers and steps pass errors on with a factor below one,
    /// so layers at most add up.
    /// </summary>
    internal static void AssertWithin(ModelShape shape, double[] expected, float[] actual)
    {
        double bound = shape.Layers.Sum(static layer => 8 + (2.5 * Math.Sqrt(layer.InputSize + layer.StateSize))) * Math.Pow(2, -24);
        for (int i = 0; i < actual.Length; i++)
        {
            double error = Math.Abs(actual[i] - expected[i]) / Math.Max(1, Math.Abs(expected[i]));
            Assert.True(error <= bound, FormattableString.Invariant($"Element {i}: expected {expected[i]:R}, found {actual[i]:R}; off by {error:E2}, allowed {bound:E2}."));
        }
    }
}
