using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GhostGen.Kernels.Int8;

/// <summary>
/// Turns a source's elements into 16-bit numbers for <see cref="Int8WideProducts"/>: <c>round(x * (32767 / range))</c>, to nearest, ties to even, and -32767 or 32767
/// beyond. What one unit stands for, <c>range / 32767</c>, is returned. The same bits at every vector width.
/// </summary>
public static class Int8WideElements
{
    /// <summary>The elements of a block.</summary>
    private const int Block = 16;

    /// <summary>The elements of the narrowest vector.</summary>
    private const int Narrowest = 4;

    /// <summary>Elements that tanh and sigmoid keep between -1 and 1.</summary>
    /// <param name="source">The first element.</param>
    /// <param name="count">How many.</param>
    /// <param name="numbers">Where the number of the first goes; what follows that of the last is left as it is.</param>
    /// <returns>1 / 32767, or NaN where an element is NaN or infinite.</returns>
    public static float Bounded(ref float source, int count, ref float numbers) => Write(ref source, count, 1, ref numbers);

    /// <summary>Elements of any size: their range is the largest of them, without its sign, and 2^-60 at least.</summary>
    /// <param name="source">The first element.</param>
    /// <param name="count">How many.</param>
    /// <param name="numbers">Where the number of the first goes; what follows that of the last is left as it is.</param>
    /// <returns>The range over 32767, or NaN where an element is NaN or infinite.</returns>
    public static float Measured(ref float source, int count, ref float numbers) => Write(ref source, count, ElementRange.Of(ref source, count), ref numbers);

    /// <summary>Elements of a range that is known beforehand; what lies beyond it becomes its ends.</summary>
    /// <param name="source">The first element.</param>
    /// <param name="count">How many.</param>
    /// <param name="range">What they lie between, without its sign: 2^-60 to 2^60.</param>
    /// <param name="numbers">Where the number of the first goes; what follows that of the last is left as it is.</param>
    /// <returns>The range over 32767, or NaN where an element is NaN or infinite.</returns>
    public static float Within(ref float source, int count, float range, ref float numbers) => Write(ref source, count, range, ref numbers);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Write(ref float source, int count, float range, ref float numbers)
    {
        ref short target = ref Unsafe.As<float, short>(ref numbers);
        float inverse = ElementShorts.Most / range;
        float check = 0;
        if (count < Narrowest || !Vector128.IsHardwareAccelerated)
        {
            for (int i = 0; i < count; i++)
            {
                Unsafe.Add(ref target, i) = ElementShorts.Of(Unsafe.Add(ref source, i), inverse);
                check += WholeNumbers.Check(Unsafe.Add(ref source, i));
            }
        }
        else if (count < Block)
        {
            // The last vector of four goes over elements that the one before it may have had.
            for (int i = 0; i < count; i += Narrowest)
            {
                int first = Math.Min(i, count - Narrowest);
                Vector128<float> values = Vector128.LoadUnsafe(ref source, (nuint)first);
                Unsafe.WriteUnaligned(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref target, first)), ElementShorts.Of(values, inverse));
                check += WholeNumbers.Check(values);
            }
        }
        else
        {
            for (int i = 0; i < count; i += Block)
            {
                int first = Math.Min(i, count - Block);
                ElementShorts.Of16(ref Unsafe.Add(ref source, first), inverse, ref check).StoreUnsafe(ref target, (nuint)first);
            }
        }

        return (range / ElementShorts.Most) + check;
    }
}
