using GhostGen.Folding;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Quantization;

/// <summary>What it does to a model that its weights are stored in fewer bits than singles have.</summary>
public static class QuantizationReport
{
    /// <summary>How many standard deviations from its mean the largest element of a step is expected.</summary>
    internal const double Deviations = 3;

    /// <summary>Compares the weights of a model file with what a class of a given shape stores, and estimates what that does to outputs.</summary>
    /// <remarks>
    /// The worst rows are measured. Expected errors are estimated from the weights and from assumptions on inputs and states that docs/numerics.md lists: no
    /// input is run. A class whose weights are compiled in has the same report in its <c>Info</c>.
    /// </remarks>
    /// <param name="manifest">Weights.</param>
    /// <param name="shape">The file's layers with the precision of each: <c>Info.Shape</c> of a class, or <c>manifest.Shape.WithPrecision(...)</c>.</param>
    /// <returns>An entry for each layer whose weights are stored in fewer bits, first to last.</returns>
    /// <exception cref="ArgumentException">The shape is not that of the file, names, precisions and ranges of inputs apart; the message says where they differ.</exception>
    public static Sequence<LayerQuantization> Of(ModelManifest manifest, ModelShape shape)
    {
        Require(manifest ?? throw new ArgumentNullException(nameof(manifest)), shape ?? throw new ArgumentNullException(nameof(shape)));
        var layers = new List<LayerQuantization>();
        ExpectedValues values = Inputs(manifest, shape.Layers[0].InputRange);

        // What comes behind the last such layer has no entry, and most models have none at all: the compiler asks for each.
        int count = shape.Layers.Count;
        while (count > 0 && shape.Layers[count - 1].Precision == Precision.Float32)
        {
            count--;
        }

        for (int i = 0; i < count; i++)
        {
            // Under the file's names, by which its tensors are found.
            LayerShape layer = manifest.Shape.Layers[i] with { Precision = shape.Layers[i].Precision, InputRange = shape.Layers[i].InputRange };
            var exact = new LayerWeights(manifest, layer with { Precision = Precision.Float32 });
            var stored = new LayerWeights(manifest, layer);
            if (i > 0 && layer.InputRange is { } range)
            {
                values = values with { Range = range };
            }

            values = new LayerErrors(layer, exact, stored, values).Outputs();
            if (layer.Precision != Precision.Float32)
            {
                layers.Add(Entry(shape.Layers[i], RowErrors.Worst(layer, exact, stored), values.Errors));
            }
        }

        return new(layers);
    }

    private static LayerQuantization Entry(LayerShape layer, QuantizedRow? worst, double[] errors)
    {
        int output = 0;
        double sum = 0;
        for (int i = 0; i < errors.Length; i++)
        {
            output = errors[i] > errors[output] ? i : output;
            sum += errors[i];
        }

        return new(
            layer.Name,
            layer.Precision,
            sizeof(float) * FoldedTensors.Count(layer),
            RowErrors.Bytes(layer),
            worst,
            Math.Sqrt(sum / errors.Length),
            Math.Sqrt(errors[output]),
            output);
    }

    /// <summary>
    /// Spread evenly over the range of the first layer's input, -1 to 1 where nothing says one; where the file normalises inputs, around their means by what they are
    /// divided by.
    /// </summary>
    private static ExpectedValues Inputs(ModelManifest manifest, float? range)
    {
        ExpectedValues even = ExpectedValues.Even(new double[manifest.Shape.InputSize], range ?? 1);
        if (manifest.Normalization is not { } normalization)
        {
            return even;
        }

        double[] means = normalization.Mean is { } mean ? [.. mean] : even.Means;
        double[] variances = normalization.Scale is { } scale ? [.. scale.Select(static factor => factor == 0 ? 0 : 1 / (factor * factor))] : even.Variances;
        double largest = range ?? means.Zip(variances, static (mean, variance) => Math.Abs(mean) + (Deviations * Math.Sqrt(variance))).Max();
        return new(means, variances, even.Errors, largest);
    }

    private static void Require(ModelManifest manifest, ModelShape shape)
    {
        if (ShapeDifference.Between(shape, manifest.Shape) is { } difference)
        {
            throw new ArgumentException($"The weights are those of model '{manifest.Shape.Name}', which has another shape: {difference}.", nameof(manifest));
        }
    }
}
