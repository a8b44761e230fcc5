using GhostGen.Modeling;

namespace GhostGen.Importing.Onnx;

/// <summary>What a graph does to its input before the first layer, as far as a model's normalization is the same: <c>(x - mean) * scale</c>.</summary>
internal sealed class InputArithmetic
{
    private double[]? mean;
    private double[]? scale;

    /// <summary>Subtracts a number for each feature, or one for all; not after a scale, and once.</summary>
    public bool TrySubtract(double[] values)
    {
        if (mean is not null || scale is not null)
        {
            return false;
        }

        mean = values;
        return true;
    }

    /// <summary>Multiplies by a number for each feature, or one for all; once.</summary>
    public bool TryMultiply(double[] values)
    {
        if (scale is not null)
        {
            return false;
        }

        scale = values;
        return true;
    }

    /// <summary>The normalization, or <see langword="null"/> where there is none.</summary>
    /// <param name="size">The features of the first layer.</param>
    public InputNormalization? ToNormalization(int size) => mean is null && scale is null ? null : new(Each(mean, size), Each(scale, size));

    private static Sequence<double>? Each(double[]? values, int size) =>
        values is null ? null : new(values.Length == 1 ? Enumerable.Repeat(values[0], size) : values);
}
