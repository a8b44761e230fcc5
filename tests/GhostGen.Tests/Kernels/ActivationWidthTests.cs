using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using GhostGen.Kernels;
using Xunit;

namespace GhostGen.Tests.Kernels;

/// <summary>Holds the vector forms of the activations to the scalar one, bit for bit.</summary>
public class ActivationWidthTests
{
    private const int Stride = 10007;

    private static readonly float[] Special =
        [float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0f, -0f, float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue, 88f, -87.33f, 9.019f, -9.019f, 1f, -1f];

    [Fact]
    public void Tanh_has_the_same_bits_at_every_width() =>
        AssertSame(Activations.Tanh, Activations.Tanh, Activations.Tanh, Activations.Tanh);

    [Fact]
    public void Sigmoid_has_the_same_bits_at_every_width() =>
        AssertSame(Activations.Sigmoid, Activations.Sigmoid, Activations.Sigmoid, Activations.Sigmoid);

    [Fact]
    public void Fast_tanh_has_the_same_bits_at_every_width() =>
        AssertSame(FastActivations.Tanh, FastActivations.Tanh, FastActivations.Tanh, FastActivations.Tanh);

    [Fact]
    public void Fast_sigmoid_has_the_same_bits_at_every_width() =>
        AssertSame(FastActivations.Sigmoid, FastActivations.Sigmoid, FastActivations.Sigmoid, FastActivations.Sigmoid);

    [Fact]
    public void Relu_has_the_same_bits_at_every_width() =>
        AssertSame(Activations.Relu, Activations.Relu, Activations.Relu, Activations.Relu);

    [Fact]
    public void Exponential_has_the_same_bits_at_every_width() =>
        AssertSame(Activations.ExponentialOfNegative, Activations.ExponentialOfNegative, Activations.ExponentialOfNegative, Activations.ExponentialOfNegative);

    [Theory]
    [InlineData("Activations")]
    [InlineData("FastActivations")]
    public void The_vector_forms_are_one_text(string name)
    {
        string reference = Body(name, 512);
        Assert.Contains("public static Floats Sigmoid(Floats x)", reference, StringComparison.Ordinal);
        Assert.Equal(reference, Body(name, 256));
        Assert.Equal(reference, Body(name, 128));
    }

    private static string Body(string name, int bits, [CallerFilePath] string here = "")
    {
        string folder = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "GhostGen", "Kernels");
        string text = File.ReadAllText(Path.Combine(folder, $"{name}.Vector{bits}.cs"));
        return text
            .Replace($"Vector{bits}", "VectorN", StringComparison.Ordinal)
            .Replace($"for {bits / 32} lanes", "for N lanes", StringComparison.Ordinal);
    }

    private static void AssertSame(
        Func<float, float> scalar,
        Func<Vector128<float>, Vector128<float>> narrow,
        Func<Vector256<float>, Vector256<float>> middle,
        Func<Vector512<float>, Vector512<float>> wide)
    {
        foreach (float x in Special.Concat(Strided()))
        {
            // NaN is NaN; which one is the machine's business.
            float expected = scalar(x);
            uint bits = float.IsNaN(expected) ? 0 : BitConverter.SingleToUInt32Bits(expected);
            Assert.Equal(bits, Bits(narrow(Vector128.Create(1f, -2f, x, 0.25f))[2]));
            Assert.Equal(bits, Bits(middle(Vector256.Create(x))[7]));
            Assert.Equal(bits, Bits(wide(Vector512.Create(x))[15]));
        }
    }

    private static uint Bits(float value) => float.IsNaN(value) ? 0 : BitConverter.SingleToUInt32Bits(value);

    private static IEnumerable<float> Strided()
    {
        for (long bits = 0; bits <= uint.MaxValue; bits += Stride)
        {
            yield return BitConverter.UInt32BitsToSingle((uint)bits);
        }
    }
}
