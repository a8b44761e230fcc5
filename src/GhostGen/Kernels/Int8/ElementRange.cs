using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using GhostGen.Modeling;

namespace GhostGen.Kernels.Int8;

/// <summary>What the elements of a source lie between, measured.</summary>
internal static class ElementRange
{
    /// <summary>The elements of the narrowest vector.</summary>
    private const int Narrowest = 4;

    /// <summary>The largest of the elements without their signs; anything where one of them is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static float Of(ref float source, int count)
    {
        // Elements that are all smaller become zeros.
        float range = ShapeLimits.LeastInputRange;
        if (count < Narrowest || !Vector128.IsHardwareAccelerated)
        {
            for (int i = 0; i < count; i++)
            {
                range = Math.Max(range, Math.Abs(Unsafe.Add(ref source, i)));
            }

            return range;
        }

        Vector128<float> most = Vector128.Create(range);
        for (int i = 0; i < count; i += Narrowest)
        {
            most = Vector128.MaxNative(most, Vector128.Abs(Vector128.LoadUnsafe(ref source, (nuint)Math.Min(i, count - Narrowest))));
        }

        return Math.Max(Math.Max(most[0], most[1]), Math.Max(most[2], most[3]));
    }
}
