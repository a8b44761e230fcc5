using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GhostGen.Kernels;

/// <summary><c>exp(x_i) / sum_j exp(x_j)</c> over all outputs of a layer.</summary>
public static class Softmax
{
    /// <summary>
    /// Replaces values by their softmax. The largest value is subtracted first, so nothing overflows; the exponentials are added up one
    /// after the other, ascending, so the bits do not depend on the vector width; each is then divided by the sum.
    /// </summary>
    /// <param name="values">Any number of values, also none; a NaN among them makes all results NaN.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(Span<float> values)
    {
        float largest = float.NegativeInfinity;
        foreach (float value in values)
        {
            largest = MathF.Max(largest, value);
        }

        Exponentials(values, largest);
        float sum = 0;
        foreach (float value in values)
        {
            sum += value;
        }

        for (int i = 0; i < values.Length; i++)
        {
            values[i] /= sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Exponentials(Span<float> values, float largest)
    {
        ref float start = ref MemoryMarshal.GetReference(values);
        int i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            for (; i <= values.Length - Vector128<float>.Count; i += Vector128<float>.Count)
            {
                Vector128<float> below = Vector128.Create(largest) - Vector128.LoadUnsafe(ref start, (nuint)i);
                Activations.ExponentialOfNegative(below).StoreUnsafe(ref start, (nuint)i);
            }
        }

        for (; i < values.Length; i++)
        {
            ref float value = ref Unsafe.Add(ref start, i);
            value = Activations.ExponentialOfNegative(largest - value);
        }
    }
}
