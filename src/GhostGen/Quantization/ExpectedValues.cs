namespace GhostGen.Quantization;

/// <summary>What a vector is taken to hold, element by element, where nobody has seen it: independent numbers.</summary>
/// <param name="Means">Their means.</param>
/// <param name="Variances">The mean squares of their distances from those.</param>
/// <param name="Errors">The mean squares of what quantisation has done to them so far.</param>
/// <param name="Range">The largest number without its sign that a step is expected to have.</param>
internal sealed record ExpectedValues(double[] Means, double[] Variances, double[] Errors, double Range)
{
    /// <summary>The mean square of numbers that are spread evenly between -1 and 1.</summary>
    internal const double EvenSquare = 1 / 3.0;

    /// <summary>Numbers that are spread evenly between <c>-range</c> and <paramref name="range"/>.</summary>
    internal static ExpectedValues Even(double[] errors, double range = 1)
    {
        var variances = new double[errors.Length];
        for (int i = 0; i < variances.Length; i++)
        {
            variances[i] = EvenSquare * range * range;
        }

        return new(new double[errors.Length], variances, errors, range);
    }

    /// <summary>The mean square of an element.</summary>
    internal double Square(int element) => (Means[element] * Means[element]) + Variances[element];
}
