using GhostGen.Folding;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Reference;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Agreement.Tests;

/// <summary>
/// A class whose weights are stored as BFloat16 computes what one of singles computes on rounded weights: the runtime's generic kernels, which
/// know nothing of precisions, are given a model file whose weights have been rounded beforehand. Layers into whose weights something is folded
/// are rounded afterwards, and have no such file; the reference covers them.
/// </summary>
public class RoundedWeightsTests
{
    private const int Steps = 200;

    public static TheoryData<string> Names => new(ModelCases.All
        .Where(static model => model.Precision == Precision.BFloat16 && model.Accuracy == ActivationAccuracy.Accurate && model.Manifest.Normalization is null
            && !model.Manifest.Shape.Layers.OfType<GhostGruShape>().Any(GhostFolding.Applies))
        .Select(static model => model.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Steps_have_the_bits_of_singles_on_rounded_weights(string name)
    {
        IStreamingModel generated = CompiledTable.Create(name);
        var singles = new GenericModel(Rounded(CompiledTable.Manifest(name)));
        (int inputSize, int outputSize) = (singles.Info.InputSize, singles.Info.OutputSize);
        float[] inputs = RandomModels.Inputs(Steps * inputSize, seed: 5);
        var expected = new float[outputSize];
        var actual = new float[outputSize];
        for (int step = 0; step < Steps; step++)
        {
            ReadOnlySpan<float> input = inputs.AsSpan(step * inputSize, inputSize);
            singles.Step(input, expected);
            generated.Step(input, actual);
            Bits.AssertEqual(expected, actual, $"output of step {step}");
            Bits.AssertEqual(singles.State, generated.State, $"state after step {step}");
        }
    }

    private static ModelManifest Rounded(ModelManifest manifest)
    {
        var tensors = new Dictionary<string, float[]>();
        foreach (LayerShape layer in manifest.Shape.Layers)
        {
            foreach (TensorShape tensor in layer.Tensors)
            {
                float[] values = manifest.Tensor(layer, tensor.Name);
                tensors.Add($"{layer.Name}.{tensor.Name}", tensor.Name.StartsWith("bias", StringComparison.Ordinal) ? values : Array.ConvertAll(values, Round));
            }
        }

        return new(manifest.Shape, tensors);
    }

    /// <summary>Rounds to eight binary digits, by arithmetic and not by bits as the product does it.</summary>
    private static float Round(float value)
    {
        if (value == 0)
        {
            return value;
        }

        int exponent = Math.ILogB(value);
        return (float)Math.ScaleB(Math.Round(Math.ScaleB(value, 7 - exponent), MidpointRounding.ToEven), exponent - 7);
    }
}
