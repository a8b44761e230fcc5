using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Packing;
using GhostGen.Reference;

namespace GhostGen;

/// <summary>
/// Finds the ranges of the inputs of a model's layers (<see cref="LayerShape.InputRange"/>) from sample sequences. <see cref="ModelFile.Save(ModelManifest, string)"/>
/// writes them.
/// </summary>
public static class Calibration
{
    /// <summary>
    /// Runs sample sequences through the single-precision <see cref="ReferenceModel"/>: a layer's range becomes the largest value, without its sign,
    /// that it has read. Layers that read outputs of tanh, sigmoid or softmax get no range, because those have one, and neither do layers that have
    /// read nothing but zeros. Ranges that the model has are replaced.
    /// </summary>
    /// <param name="manifest">The model.</param>
    /// <param name="sequences">
    /// Sequences as the model will read them, at least one, each of one or more steps: <c>steps x InputSize</c> finite values, frame after frame. The
    /// state is zero at the start of each. They are gone through once.
    /// </param>
    /// <param name="headroom">
    /// What the largest values are multiplied by. More than 1 leaves room for inputs that are larger than the samples; less than 1 lets rare large
    /// values saturate, so that there are finer steps for all others. That is seldom worth it, because what saturates is remembered: docs/numerics.md has figures.
    /// </param>
    /// <returns>The same model with ranges. The weights are shared, not copied.</returns>
    /// <exception cref="ArgumentException">
    /// There is no sequence; a sequence is empty, ends within a step, or holds a value that is not finite; a layer's input leaves single precision; or a
    /// range is larger than <see cref="ShapeLimits.LargestInputRange"/>. The message says where. Or the headroom is not a positive finite number.
    /// </exception>
    public static ModelManifest Calibrate(ModelManifest manifest, IEnumerable<ReadOnlyMemory<float>> sequences, float headroom = 1)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(sequences);
        if (!(float.IsFinite(headroom) && headroom > 0))
        {
            throw new ArgumentException(FormattableString.Invariant($"The headroom is {headroom}; it has to be a positive finite number."), nameof(headroom));
        }

        float[] largest = LargestInputs(manifest, sequences);
        Sequence<LayerShape> layers = manifest.Shape.Layers;
        var ranges = new float?[layers.Count];
        for (int i = 0; i < ranges.Length; i++)
        {
            bool isBounded = i > 0 && SourceRange.HasBoundedOutput(layers[i - 1]);
            ranges[i] = isBounded || largest[i] == 0 ? null : Range(layers[i], largest[i], headroom);
        }

        return manifest.WithInputRanges(ranges);
    }

    private static float Range(LayerShape layer, float largest, float headroom)
    {
        float range = Math.Max(largest * headroom, ShapeLimits.LeastInputRange);
        return ShapeLimits.IsInputRange(range)
            ? range
            : throw Refusal($"Layer '{layer.Name}' reads values of up to {largest}, which makes a range of {range}; a range is at most 2^60.");
    }

    /// <summary>The largest value without its sign that each layer reads.</summary>
    private static float[] LargestInputs(ModelManifest manifest, IEnumerable<ReadOnlyMemory<float>> sequences)
    {
        Sequence<LayerShape> layers = manifest.Shape.Layers;
        int inputSize = manifest.Shape.InputSize;
        var largest = new float[layers.Count];
        int number = 0;
        int step = 0;
        var model = new ReferenceModel(manifest)
        {
            InputObserver = (layer, input) =>
            {
                largest[layer] = Math.Max(largest[layer], Largest(input));
                if (!float.IsFinite(largest[layer]))
                {
                    throw Refusal($"Layer '{layers[layer].Name}' reads {Words(largest[layer])} in step {step} of sequence {number}: what the layers before it compute leaves single precision.");
                }
            },
        };
        var output = new float[manifest.Shape.OutputSize];
        foreach (ReadOnlyMemory<float> sequence in sequences)
        {
            ReadOnlySpan<float> values = sequence.Span;
            Require(values, number, inputSize);
            model.Reset();
            for (step = 0; step < values.Length / inputSize; step++)
            {
                model.Step(values.Slice(step * inputSize, inputSize), output);
            }

            number++;
        }

        return number > 0 ? largest : throw Refusal($"There are no sequences; give at least one.");
    }

    /// <summary>The largest value without its sign; NaN where one of them is.</summary>
    private static float Largest(ReadOnlySpan<float> values)
    {
        float largest = 0;
        foreach (float value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }

    private static void Require(ReadOnlySpan<float> sequence, int number, int inputSize)
    {
        if (sequence.Length == 0)
        {
            throw Refusal($"Sequence {number} is empty; a sequence has one or more steps of {inputSize} values.");
        }

        int beyond = sequence.Length % inputSize;
        if (beyond != 0)
        {
            throw Refusal($"Sequence {number} has {sequence.Length} values, {beyond} too many for {sequence.Length / inputSize} steps; a step reads {inputSize}.");
        }

        for (int i = 0; i < sequence.Length; i++)
        {
            if (!float.IsFinite(sequence[i]))
            {
                throw Refusal($"Sequence {number} has {Words(sequence[i])} in step {i / inputSize}, at input {i % inputSize}; inputs are finite.");
            }
        }
    }

    private static ArgumentException Refusal(FormattableString reason, string parameter = "sequences") => new(FormattableString.Invariant(reason), parameter);

    private static string Words(float value) => float.IsNaN(value) ? "NaN" : "an infinity";
}
