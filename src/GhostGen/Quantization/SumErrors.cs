using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Quantization;

/// <summary>The expected mean squares of the sums of a stage, and of what quantisation does to them.</summary>
internal sealed class SumErrors
{
    private readonly StageLayout stage;
    private readonly LayerWeights exact;
    private readonly LayerWeights stored;
    private readonly Dictionary<Accumulator, double[]> errors = [];
    private readonly Dictionary<Accumulator, double[]> squares = [];

    /// <summary>Adds up what each source does.</summary>
    /// <param name="stage">The stage, laid out as its weights are stored.</param>
    /// <param name="precision">The precision of its layer.</param>
    /// <param name="exact">The layer's weights as singles.</param>
    /// <param name="stored">The layer's weights as they are stored.</param>
    /// <param name="source">What a source is expected to hold.</param>
    internal SumErrors(StageLayout stage, Precision precision, LayerWeights exact, LayerWeights stored, Func<StageSource, ExpectedValues> source)
    {
        this.stage = stage;
        this.exact = exact;
        this.stored = stored;
        int outputs = stage.Outputs * stage.Repeats;
        foreach (Accumulator accumulator in stage.Accumulators)
        {
            errors.Add(accumulator, new double[outputs]);
            squares.Add(accumulator, Array.ConvertAll(exact.Biases(accumulator, outputs), static bias => (double)bias * bias));
        }

        foreach (StageInput input in stage.Inputs)
        {
            ExpectedValues values = source(input.Source);
            double unit = input.HasBytes ? values.Range / ElementUnits.Most(precision) : 0;
            foreach (Accumulator accumulator in input.Accumulators)
            {
                Add(input, accumulator, values, unit * unit / 12);
            }
        }
    }

    /// <summary>The mean squares of what is done to a sum, an element for each output.</summary>
    internal double[] Errors(Accumulator accumulator) => errors[accumulator];

    /// <summary>The mean squares of a sum.</summary>
    internal double[] Squares(Accumulator accumulator) => squares[accumulator];

    /// <summary>
    /// The weights of a source move a sum by <c>dw v</c>, its elements by <c>w dv</c>. Changes of weights are what they are, and meet the means of the elements
    /// together; all else is independent from element to element.
    /// </summary>
    private void Add(StageInput input, Accumulator accumulator, ExpectedValues values, double rounding)
    {
        LayerWeights.Matrix weights = exact.Weights(accumulator, input.Source);
        var after = new double[input.Count];
        for (int output = 0; output < errors[accumulator].Length; output++)
        {
            int first = output / stage.Outputs * input.Count;
            ReadOnlySpan<float> before = weights.From(output);
            CopyStored(input, accumulator, output, after);
            double mean = 0;
            double square = 0;
            double shift = 0;
            double error = 0;
            for (int k = 0; k < input.Count; k++)
            {
                double change = after[k] - before[k];
                mean += before[k] * values.Means[first + k];
                square += (double)before[k] * before[k] * values.Variances[first + k];
                shift += change * values.Means[first + k];
                error += (change * change * values.Variances[first + k]) + (after[k] * after[k] * (values.Errors[first + k] + rounding));
            }

            squares[accumulator][output] += (mean * mean) + square;
            errors[accumulator][output] += (shift * shift) + error;
        }
    }

    private void CopyStored(StageInput input, Accumulator accumulator, int output, double[] weights)
    {
        if (!input.HasBytes)
        {
            ReadOnlySpan<float> singles = stored.Weights(accumulator, input.Source).From(output);
            for (int k = 0; k < weights.Length; k++)
            {
                weights[k] = singles[k];
            }

            return;
        }

        LayerWeights.ByteMatrix matrix = stored.Bytes(accumulator, input.Source);
        ReadOnlySpan<sbyte> bytes = matrix.From(output);
        double scale = matrix.Scale(output);
        for (int k = 0; k < weights.Length; k++)
        {
            weights[k] = bytes[k] * scale;
        }
    }
}
