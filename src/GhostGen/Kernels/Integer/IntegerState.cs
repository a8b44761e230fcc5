using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GhostGen.Kernels.Integer;

/// <summary>
/// States and outputs, singles outside of a step and whole numbers with 15 bits behind the point inside. Singles hold each of those exactly, so nothing is lost on
/// the way out and back in.
/// </summary>
public static class IntegerState
{
    private const float One = 1 << IntegerArithmetic.ValueBits;

    /// <summary>Turns singles into whole numbers, without what lies beyond 15 bits behind the point and beyond 512.</summary>
    /// <param name="values">The first single.</param>
    /// <param name="count">How many.</param>
    /// <param name="whole">Where the first whole number goes.</param>
    /// <param name="check">Becomes NaN where one of them is NaN or infinite.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Read(ref float values, int count, ref float whole, ref float check)
    {
        int i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<float> differences = Vector512<float>.Zero;
            for (; i <= count - Vector512<float>.Count; i += Vector512<float>.Count)
            {
                Vector512<float> read = Vector512.LoadUnsafe(ref values, (nuint)i);
                differences += read - read;
                Vector512<float> scaled = Vector512.MinNative(Vector512.MaxNative(read * One, Vector512.Create(-(float)IntegerActivations.Largest)), Vector512.Create((float)IntegerActivations.Largest));
                Vector512.ConvertToInt32(scaled).AsSingle().StoreUnsafe(ref whole, (nuint)i);
            }

            check += Vector512.Sum(differences);
        }

        if (Vector128.IsHardwareAccelerated)
        {
            Vector128<float> differences = Vector128<float>.Zero;
            for (; i <= count - Vector128<float>.Count; i += Vector128<float>.Count)
            {
                Vector128<float> read = Vector128.LoadUnsafe(ref values, (nuint)i);
                differences += read - read;
                Vector128<float> scaled = Vector128.MinNative(Vector128.MaxNative(read * One, Vector128.Create(-(float)IntegerActivations.Largest)), Vector128.Create((float)IntegerActivations.Largest));
                Vector128.ConvertToInt32(scaled).AsSingle().StoreUnsafe(ref whole, (nuint)i);
            }

            check += Vector128.Sum(differences);
        }

        for (; i < count; i++)
        {
            float read = Unsafe.Add(ref values, i);
            check += read - read;
            float scaled = Math.Clamp(read * One, -IntegerActivations.Largest, IntegerActivations.Largest);
            Unsafe.Add(ref whole, i) = IntegerArithmetic.InPlace((int)scaled);
        }
    }

    /// <summary>Whether there are ghosts yet, as <see cref="GhostState.Present"/> finds it, in whole numbers: 1, or 0 before the first step. It stands in the place of a single.</summary>
    /// <param name="whole">The first value of the layer's state.</param>
    /// <param name="count">The number of its values, intrinsic states and ghosts together.</param>
    public static float Present(ref float whole, int count)
    {
        int any = 0;
        for (int i = 0; i < count && any == 0; i++)
        {
            any = IntegerArithmetic.Whole(Unsafe.Add(ref whole, i));
        }

        return IntegerArithmetic.InPlace(any == 0 ? 0 : 1);
    }

    /// <summary>Turns whole numbers into singles, in place or not.</summary>
    /// <param name="whole">The first whole number.</param>
    /// <param name="count">How many.</param>
    /// <param name="values">Where the first single goes; what follows the last is left as it is.</param>
    /// <param name="check">0, or NaN to make all of them that.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Write(ref float whole, int count, ref float values, float check)
    {
        float unit = (1 / One) + check;
        int i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i <= count - Vector512<float>.Count; i += Vector512<float>.Count)
            {
                (Vector512.ConvertToSingle(Vector512.LoadUnsafe(ref whole, (nuint)i).AsInt32()) * unit).StoreUnsafe(ref values, (nuint)i);
            }
        }

        if (Vector128.IsHardwareAccelerated)
        {
            for (; i <= count - Vector128<float>.Count; i += Vector128<float>.Count)
            {
                (Vector128.ConvertToSingle(Vector128.LoadUnsafe(ref whole, (nuint)i).AsInt32()) * unit).StoreUnsafe(ref values, (nuint)i);
            }
        }

        for (; i < count; i++)
        {
            Unsafe.Add(ref values, i) = IntegerArithmetic.Whole(Unsafe.Add(ref whole, i)) * unit;
        }
    }
}
