using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using GhostGen.Kernels.Int8;
using GhostGen.Quantization;

namespace GhostGen.Kernels.Integer;

/// <summary>
/// Turns a source's elements into 16-bit numbers for <see cref="Int8WideProducts"/>, and the power of two that they share: an element is its number times
/// 2^(exponent - 15). Sources of more than 1,024 elements get fewer bits, so that no sum of products exceeds 32. The same bits at every vector width.
/// </summary>
public static class IntegerElements
{
    /// <summary>Where the numbers begin behind the exponent, in singles: on a cache line of their own.</summary>
    private const int First = 16;

    /// <summary>A source may have so many elements, 2^10, with all 16 bits.</summary>
    private const int MostBits = 10;

    /// <summary>Exponents are kept within this and its negative: beyond, elements are the largest there are, or zeros.</summary>
    private const int MostExponent = FixedPointScale.MostExponent;

    /// <summary>Singles of any size: the largest sets the exponent.</summary>
    /// <param name="source">The first element.</param>
    /// <param name="count">How many.</param>
    /// <param name="numbers">Where the exponent goes, and a cache line further the numbers.</param>
    /// <param name="check">Becomes NaN where an element is NaN or infinite.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Singles(ref float source, int count, ref float numbers, ref float check)
    {
        // The exponent of the next power of two: a number below it is less than 2^15 after the multiplication, and only rounding can make it that.
        int exponent = ((BitConverter.SingleToInt32Bits(ElementRange.Of(ref source, count)) >> 23) & 0xFF) - 126;
        WriteSingles(ref source, count, Math.Clamp(exponent, -MostExponent, MostExponent), ref numbers, ref check);
    }

    /// <summary>Singles whose range is known; those beyond it are the largest number.</summary>
    /// <param name="source">The first element.</param>
    /// <param name="count">How many.</param>
    /// <param name="exponent">Of the power of two that they lie within.</param>
    /// <param name="numbers">Where the exponent goes, and a cache line further the numbers.</param>
    /// <param name="check">Becomes NaN where an element is NaN or infinite.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Within(ref float source, int count, int exponent, ref float numbers, ref float check) => WriteSingles(ref source, count, exponent, ref numbers, ref check);

    /// <summary>Whole numbers with 15 bits behind the point, of any size: the largest sets the exponent.</summary>
    /// <param name="source">The first element.</param>
    /// <param name="count">How many.</param>
    /// <param name="numbers">Where the exponent goes, and a cache line further the numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Measured(ref float source, int count, ref float numbers)
    {
        int most = 0;
        for (int i = 0; i < count; i++)
        {
            most = Math.Max(most, Math.Abs(IntegerArithmetic.Whole(Unsafe.Add(ref source, i))));
        }

        int bits = 32 - BitOperations.LeadingZeroCount((uint)most);
        WriteWhole(ref source, count, Math.Max(bits - IntegerArithmetic.ValueBits, 0) + MissingBits(count), ref numbers);
    }

    /// <summary>Whole numbers with 15 bits behind the point that lie between -1 and 1.</summary>
    /// <inheritdoc cref="Measured"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Bounded(ref float source, int count, ref float numbers) => WriteWhole(ref source, count, MissingBits(count), ref numbers);

    /// <summary>The bits that elements have less than 16, so that the sum of <paramref name="count"/> products fits 32.</summary>
    internal static int MissingBits(int count) => Math.Max(32 - BitOperations.LeadingZeroCount((uint)(count - 1)) - MostBits, 0);

    private static void WriteSingles(ref float source, int count, int exponent, ref float numbers, ref float check)
    {
        int missing = MissingBits(count);
        numbers = IntegerArithmetic.InPlace(exponent + missing);
        ref short target = ref Unsafe.As<float, short>(ref Unsafe.Add(ref numbers, First));
        float factor = BitConverter.Int32BitsToSingle((127 + IntegerArithmetic.ValueBits - missing - exponent) << 23);
        float most = short.MaxValue >> missing;
        int i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            Vector128<float> differences = Vector128<float>.Zero;
            for (; i <= count - Vector128<float>.Count; i += Vector128<float>.Count)
            {
                Vector128<float> values = Vector128.LoadUnsafe(ref source, (nuint)i);
                differences += values - values;
                Store(WholeNumbers.Of(values, factor, most), ref target, i);
            }

            check += Vector128.Sum(differences);
        }

        for (; i < count; i++)
        {
            float value = Unsafe.Add(ref source, i);
            check += value - value;
            Unsafe.Add(ref target, i) = (short)WholeNumbers.Of(value, factor, most);
        }
    }

    private static void WriteWhole(ref float source, int count, int exponent, ref float numbers)
    {
        numbers = IntegerArithmetic.InPlace(exponent);
        ref short target = ref Unsafe.As<float, short>(ref Unsafe.Add(ref numbers, First));
        int most = short.MaxValue >> MissingBits(count);
        int half = (1 << exponent) >> 1;
        int i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i <= count - Vector512<int>.Count; i += Vector512<int>.Count)
            {
                Vector512<int> values = (Vector512.LoadUnsafe(ref source, (nuint)i).AsInt32() + Vector512.Create(half)) >> exponent;
                values = Vector512.Min(Vector512.Max(values, Vector512.Create(-most)), Vector512.Create(most));
                Vector256.Narrow(values.GetLower(), values.GetUpper()).StoreUnsafe(ref target, (nuint)i);
            }
        }

        if (Vector128.IsHardwareAccelerated)
        {
            for (; i <= count - Vector128<int>.Count; i += Vector128<int>.Count)
            {
                Vector128<int> values = (Vector128.LoadUnsafe(ref source, (nuint)i).AsInt32() + Vector128.Create(half)) >> exponent;
                Store(Vector128.Min(Vector128.Max(values, Vector128.Create(-most)), Vector128.Create(most)).AsUInt32(), ref target, i);
            }
        }

        for (; i < count; i++)
        {
            int value = (IntegerArithmetic.Whole(Unsafe.Add(ref source, i)) + half) >> exponent;
            Unsafe.Add(ref target, i) = (short)Math.Clamp(value, -most, most);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector128<uint> whole, ref short target, int index) =>
        Unsafe.WriteUnaligned(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref target, index)), Vector128.Narrow(whole, whole).AsUInt64().ToScalar());
}
