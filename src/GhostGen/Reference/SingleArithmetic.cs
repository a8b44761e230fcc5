using GhostGen.Kernels;
using GhostGen.Modeling;
using GhostGen.Packing;
using GhostGen.Quantization;

namespace GhostGen.Reference;

/// <summary>Single precision; where weights are bytes, products are those of whole numbers.</summary>
/// <param name="layer">The layer.</param>
/// <param name="inputIsBounded">Whether its input lies between -1 and 1 whatever happens.</param>
/// <param name="accuracy">How exactly sigmoid and tanh are computed.</param>
internal sealed class SingleArithmetic(LayerShape layer, bool inputIsBounded, ActivationAccuracy accuracy) : ReferenceArithmetic<float>
{
    private const float MostByte = 127;
    private const float MostShort = 32767;

    private readonly QuantizedRows quantized = new();
    private readonly Dictionary<StageSource, bool> areBytes = [];

    /// <inheritdoc/>
    internal override bool PartsState => layer is GhostGruShape { HasBytes: true, Ghosts: > 0 };

    /// <inheritdoc/>
    internal override float Start(float bias) => ChainStart.Of(bias);

    /// <inheritdoc/>
    internal override float DenseStart(float bias) => bias;

    /// <inheritdoc/>
    internal override float Add(float sum, ArraySegment<float> weights, ReadOnlySpan<float> values, StageSource source) => IsBytes(source)
        ? AddBytes(sum, weights, values, SourceRange.Of(layer, source, inputIsBounded))
        : Chain.Add(sum, weights, values);

    /// <inheritdoc/>
    internal override float AddScaled(float sum, float[] factors, int index, float value) => Scalar.MultiplyAdd(factors[index], value, sum);

    /// <inheritdoc/>
    internal override float AddWherePresent(float sum, float bias, bool present) => Scalar.MultiplyAdd(bias, present ? 1 : 0, sum);

    /// <inheritdoc/>
    internal override float Sigmoid(float sum) => accuracy == ActivationAccuracy.Fast ? FastActivations.Sigmoid(sum) : Activations.Sigmoid(sum);

    /// <inheritdoc/>
    internal override float Apply(Activation activation, float sum) => activation switch
    {
        Activation.Relu => Activations.Relu(sum),
        Activation.Sigmoid => Sigmoid(sum),
        Activation.Tanh => accuracy == ActivationAccuracy.Fast ? FastActivations.Tanh(sum) : Activations.Tanh(sum),
        _ => sum,
    };

    /// <inheritdoc/>
    internal override float Multiply(float gate, float value) => gate * value;

    /// <inheritdoc/>
    internal override float MultiplyAdd(float gate, float sum, float addend) => Scalar.MultiplyAdd(gate, sum, addend);

    /// <inheritdoc/>
    /// <remarks>One multiply-add behind the candidate, which the next step waits for; exactly the candidate where the update gate is 0, and the old state where it is 1.</remarks>
    internal override float Blend(float update, float old, float candidate) => Scalar.MultiplyAdd(1f - update, candidate, update * old);

    private float AddBytes(float sum, ArraySegment<float> weights, ReadOnlySpan<float> values, float? known)
    {
        float range = known ?? ShapeLimits.LeastInputRange;
        bool isFinite = true;
        foreach (float value in values)
        {
            range = known ?? Math.Max(range, Math.Abs(value));
            isFinite &= float.IsFinite(value);
        }

        if (!isFinite)
        {
            return float.NaN;
        }

        (sbyte[] bytes, float scale) = quantized.Of(weights);
        float most = layer.Precision == Precision.Int8 ? MostByte : MostShort;
        float inverse = most / range;
        int products = 0;
        for (int k = 0; k < values.Length; k++)
        {
            products = checked(products + (bytes[k] * (int)MathF.Round(Math.Clamp(values[k] * inverse, -most, most), MidpointRounding.ToEven)));
        }

        return Scalar.MultiplyAdd(products, scale * (range / most), sum);
    }

    private bool IsBytes(StageSource source)
    {
        if (!areBytes.TryGetValue(source, out bool isBytes))
        {
            isBytes = layer.HasBytes && TensorParts.IsBytes(layer, source);
            areBytes.Add(source, isBytes);
        }

        return isBytes;
    }
}
