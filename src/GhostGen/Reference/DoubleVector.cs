namespace GhostGen.Reference;

/// <summary>What the double-precision reference does with whole vectors.</summary>
internal static class DoubleVector
{
    /// <summary>Widens part of a tensor.</summary>
    internal static double[] Widen(float[] tensor, int first, int count) => Array.ConvertAll(tensor.AsSpan(first, count).ToArray(), static value => (double)value);

    /// <summary><c>target += values</c>.</summary>
    internal static void Add(Span<double> target, ReadOnlySpan<double> values)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] += values[i];
        }
    }

    /// <summary><c>target = target o values</c>, element by element.</summary>
    internal static void Multiply(Span<double> target, ReadOnlySpan<double> values)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] *= values[i];
        }
    }

    /// <summary>Applies an activation to all elements.</summary>
    internal static void Activate(Activation activation, Span<double> values)
    {
        if (activation == Activation.Softmax)
        {
            Softmax(values);
            return;
        }

        foreach (ref double value in values)
        {
            value = activation switch
            {
                Activation.Relu => Math.Max(value, 0),
                Activation.Sigmoid => 1 / (1 + Math.Exp(-value)),
                Activation.Tanh => Math.Tanh(value),
                _ => value,
            };
        }
    }

    /// <summary><c>exp(x_i) / sum exp(x_j)</c>; the largest is taken off all of them first, which changes nothing but keeps the exponentials finite.</summary>
    private static void Softmax(Span<double> values)
    {
        double largest = double.NegativeInfinity;
        foreach (double value in values)
        {
            largest = Math.Max(largest, value);
        }

        double sum = 0;
        foreach (ref double value in values)
        {
            value = Math.Exp(value - largest);
            sum += value;
        }

        foreach (ref double value in values)
        {
            value /= sum;
        }
    }
}
