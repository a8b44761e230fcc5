using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.TestSupport;

namespace GhostGen.Bench.Silence;

/// <summary>Numbers at the lower end of single precision, and models that keep them there.</summary>
internal static class SmallNumbers
{
    /// <summary>A tenth of the least normal number, 2^-126: room for the sums that weights make of it.</summary>
    public const float Denormal = 1e-39f;

    /// <summary>Just above 2^-126: multiplied by a weight below a half, it is denormal even when doubled.</summary>
    public const float LeastNormal = 1.2e-38f;

    /// <summary>Its square is denormal, and its fourth power is zero.</summary>
    public const float SquareIsDenormal = 1e-21f;

    /// <summary>Values of either sign whose magnitudes lie between <paramref name="least"/> and twice that.</summary>
    public static float[] Of(int count, float least) =>
        Array.ConvertAll(RandomModels.Inputs(count, bound: 1f), value => MathF.CopySign(least * (1f + MathF.Abs(value)), value));

    /// <summary>The share of <paramref name="values"/> that is denormal.</summary>
    public static double ShareOfDenormals(ReadOnlySpan<float> values)
    {
        int denormals = 0;
        foreach (float value in values)
        {
            denormals += float.IsSubnormal(value) ? 1 : 0;
        }

        return (double)denormals / values.Length;
    }

    /// <summary>The same weights, and zeros for biases: nothing then keeps a state away from zero.</summary>
    public static ModelManifest WithoutBiases(ModelManifest manifest)
    {
        var tensors = new Dictionary<string, float[]>();
        foreach (LayerShape layer in manifest.Shape.Layers)
        {
            foreach (TensorShape tensor in layer.Tensors)
            {
                bool isBias = tensor.Name.StartsWith("bias", StringComparison.Ordinal);
                tensors[$"{layer.Name}.{tensor.Name}"] = isBias ? new float[tensor.Count] : manifest.Tensor(layer, tensor.Name);
            }
        }

        return new ModelManifest(manifest.Shape, tensors);
    }
}
