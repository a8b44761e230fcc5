using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Reference;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Tests.Reference;

/// <summary>What the tests of the runtimes have in common.</summary>
internal static class Models
{
    /// <summary>The runtimes that are streaming models.</summary>
    internal static IReadOnlyList<string> Runtimes { get; } = ["reference", "generic"];

    /// <summary>The names of all shapes.</summary>
    internal static TheoryData<string> Table { get; } = [.. ModelTable.Shapes.Select(static shape => shape.Name)];

    /// <summary>Shapes that between them have every kind of state and every kind of layer, in every runtime.</summary>
    internal static TheoryData<string, string> Few { get; } = Pairs("stack_all_kinds", "stack_of_ghosts", "stack_noise_suppressor", "stack_of_ones", "stack_softmax_inside", "ghost_64_to_127_ratio_3_after_product");

    internal static IStreamingModel Create(string runtime, ModelManifest manifest) => runtime switch
    {
        "reference" => new ReferenceModel(manifest),
        "generic" => new GenericModel(manifest),
        _ => throw new ArgumentException($"'{runtime}' is no runtime.", nameof(runtime)),
    };

    /// <summary>A model of the table with random weights.</summary>
    internal static IStreamingModel Create(string runtime, string name) => Create(runtime, RandomModels.Manifest(ModelTable.Shape(name)));

    internal static float[] Run(IStreamingModel model, float[] inputs)
    {
        var outputs = new float[inputs.Length / model.Info.InputSize * model.Info.OutputSize];
        model.Run(inputs, outputs);
        return outputs;
    }

    internal static float[] Inputs(ModelShape shape, int steps) => RandomModels.Inputs(steps * shape.InputSize);

    /// <summary>Compares bits: -0 is not +0, and NaN is NaN.</summary>
    internal static void AssertSameBits(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(expected[i]) != BitConverter.SingleToInt32Bits(actual[i]))
            {
                Assert.Fail(FormattableString.Invariant($"Element {i}: expected {expected[i]:R}, found {actual[i]:R}."));
            }
        }
    }

    private static TheoryData<string, string> Pairs(params string[] names)
    {
        var pairs = new TheoryData<string, string>();
        foreach (string runtime in Runtimes)
        {
            foreach (string name in names)
            {
                pairs.Add(runtime, name);
            }
        }

        return pairs;
    }
}
