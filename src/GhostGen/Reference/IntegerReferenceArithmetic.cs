using GhostGen.Folding;
using GhostGen.Kernels.Integer;
using GhostGen.Modeling;
using GhostGen.Packing;
using GhostGen.Quantization;

namespace GhostGen.Reference;

/// <summary>Whole numbers: sums with 16 bits behind the point, values with 15.</summary>
/// <param name="weights">The layer's weights, for the scales that rows share.</param>
/// <param name="layer">The layer.</param>
/// <param name="input">How its input is turned into elements.</param>
/// <param name="inputIsBounded">Whether the layer's input lies between -1 and 1 whatever happens.</param>
internal sealed class IntegerReferenceArithmetic(FoldedLayer weights, LayerShape layer, IntegerElementsOfInput input, bool inputIsBounded) : ReferenceArithmetic<int>
{
    private readonly QuantizedRows quantized = new();
    private readonly Dictionary<(float[], int), int> shifts = [];

    /// <inheritdoc/>
    internal override bool PartsState => layer is GhostGruShape { Ghosts: > 0 };

    /// <inheritdoc/>
    internal override int Start(float bias) => IntegerArithmetic.Bias(bias);

    /// <inheritdoc/>
    internal override int DenseStart(float bias) => IntegerArithmetic.Bias(bias);

    /// <inheritdoc/>
    internal override int Add(int sum, ArraySegment<float> weights, ReadOnlySpan<int> values, StageSource source)
    {
        bool isNumbers = source == StageSource.Input && input.IsNumbers;
        int exponent = isNumbers ? input.Exponent : ExponentOf(values, SourceRange.Of(layer, source, inputIsBounded) == 1);
        int largest = short.MaxValue >> IntegerElements.MissingBits(values.Length);
        (sbyte[] bytes, float scale) = quantized.Of(weights);
        int products = 0;
        for (int k = 0; k < values.Length; k++)
        {
            int number = isNumbers ? values[k] : Math.Clamp((values[k] + ((1 << exponent) >> 1)) >> exponent, -largest, largest);
            products = checked(products + (bytes[k] * number));
        }

        int shift = Shift(weights);
        return IntegerArithmetic.Finish(products, FixedPointScale.Multiplier(scale, shift), new(shift + exponent), sum);
    }

    /// <inheritdoc/>
    internal override int AddScaled(int sum, float[] factors, int index, int value)
    {
        int shift = FixedPointScale.Shift(factors.Max(Math.Abs));
        return IntegerArithmetic.Finish(value, FixedPointScale.Multiplier(factors[index], shift), new(shift), sum);
    }

    /// <inheritdoc/>
    internal override int AddWherePresent(int sum, float bias, bool present) => present ? sum + IntegerArithmetic.Bias(bias) : sum;

    /// <inheritdoc/>
    internal override int Sigmoid(int sum) => IntegerActivations.Sigmoid(sum);

    /// <inheritdoc/>
    internal override int Apply(Activation activation, int sum) => activation switch
    {
        Activation.Relu => IntegerActivations.Relu(sum),
        Activation.Sigmoid => IntegerActivations.Sigmoid(sum),
        Activation.Tanh => IntegerActivations.Tanh(sum),
        _ => IntegerActivations.None(sum),
    };

    /// <inheritdoc/>
    internal override int Multiply(int gate, int value) => IntegerArithmetic.Multiply(gate, value);

    /// <inheritdoc/>
    internal override int MultiplyAdd(int gate, int sum, int addend) => IntegerArithmetic.MultiplyAdd(gate, sum, addend);

    /// <inheritdoc/>
    internal override int Blend(int update, int old, int candidate) => IntegerArithmetic.Blend(update, candidate, old);

    /// <summary>The bits by which the largest value exceeds 15, and those that a long source does without.</summary>
    private static int ExponentOf(ReadOnlySpan<int> values, bool isBounded)
    {
        int exponent = IntegerElements.MissingBits(values.Length);
        int most = 0;
        foreach (int value in values)
        {
            most = Math.Max(most, Math.Abs(value));
        }

        for (; !isBounded && most > short.MaxValue; most >>= 1)
        {
            exponent++;
        }

        return exponent;
    }

    /// <summary>The shift that all rows of a tensor share for the columns of one source.</summary>
    private int Shift(ArraySegment<float> row)
    {
        int columns = weights.Tensors.First(tensor => ReferenceEquals(weights[tensor.Name], row.Array)).Columns!.Value;
        int firstColumn = row.Offset % columns;
        if (!shifts.TryGetValue((row.Array!, firstColumn), out int shift))
        {
            float largest = 0;
            for (int start = firstColumn; start < row.Array!.Length; start += columns)
            {
                largest = Math.Max(largest, quantized.Of(new(row.Array, start, row.Count)).Scale);
            }

            shift = FixedPointScale.Shift(largest);
            shifts.Add((row.Array, firstColumn), shift);
        }

        return shift;
    }
}
