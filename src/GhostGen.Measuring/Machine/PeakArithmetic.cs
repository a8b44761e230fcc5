using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GhostGen.Measuring.Machine;

/// <summary>
/// As many multiply-adds as one core can do: twelve independent chains in registers, no memory. Twelve hide a latency of four cycles at
/// up to three a cycle and still fit, with the two operands, into the sixteen registers of AVX2 and SSE.
/// </summary>
internal static class PeakArithmetic
{
    /// <summary>Multiply-adds of vectors per turn of the loops.</summary>
    public const int VectorsPerTurn = 12;

    /// <summary>The lanes of the vectors that <see cref="MultiplyAdds"/> uses.</summary>
    public static int Lanes => Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4;

    /// <summary>Runs <paramref name="turns"/> times <see cref="VectorsPerTurn"/> multiply-adds of <see cref="Lanes"/> lanes.</summary>
    public static float MultiplyAdds(int turns) =>
        Vector512.IsHardwareAccelerated ? MultiplyAdds512(turns)
        : Vector256.IsHardwareAccelerated ? MultiplyAdds256(turns)
        : MultiplyAdds128(turns);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float MultiplyAdds512(int turns)
    {
        Vector512<float> factor = Vector512.Create(0.5f);
        Vector512<float> v0 = default, v1 = default, v2 = default, v3 = default, v4 = default, v5 = default;
        Vector512<float> v6 = default, v7 = default, v8 = default, v9 = default, v10 = default, v11 = default;
        for (int i = 0; i < turns; i++)
        {
            v0 = Vector512.MultiplyAddEstimate(v0, factor, factor);
            v1 = Vector512.MultiplyAddEstimate(v1, factor, factor);
            v2 = Vector512.MultiplyAddEstimate(v2, factor, factor);
            v3 = Vector512.MultiplyAddEstimate(v3, factor, factor);
            v4 = Vector512.MultiplyAddEstimate(v4, factor, factor);
            v5 = Vector512.MultiplyAddEstimate(v5, factor, factor);
            v6 = Vector512.MultiplyAddEstimate(v6, factor, factor);
            v7 = Vector512.MultiplyAddEstimate(v7, factor, factor);
            v8 = Vector512.MultiplyAddEstimate(v8, factor, factor);
            v9 = Vector512.MultiplyAddEstimate(v9, factor, factor);
            v10 = Vector512.MultiplyAddEstimate(v10, factor, factor);
            v11 = Vector512.MultiplyAddEstimate(v11, factor, factor);
        }

        return Vector512.Sum(v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float MultiplyAdds256(int turns)
    {
        Vector256<float> factor = Vector256.Create(0.5f);
        Vector256<float> v0 = default, v1 = default, v2 = default, v3 = default, v4 = default, v5 = default;
        Vector256<float> v6 = default, v7 = default, v8 = default, v9 = default, v10 = default, v11 = default;
        for (int i = 0; i < turns; i++)
        {
            v0 = Vector256.MultiplyAddEstimate(v0, factor, factor);
            v1 = Vector256.MultiplyAddEstimate(v1, factor, factor);
            v2 = Vector256.MultiplyAddEstimate(v2, factor, factor);
            v3 = Vector256.MultiplyAddEstimate(v3, factor, factor);
            v4 = Vector256.MultiplyAddEstimate(v4, factor, factor);
            v5 = Vector256.MultiplyAddEstimate(v5, factor, factor);
            v6 = Vector256.MultiplyAddEstimate(v6, factor, factor);
            v7 = Vector256.MultiplyAddEstimate(v7, factor, factor);
            v8 = Vector256.MultiplyAddEstimate(v8, factor, factor);
            v9 = Vector256.MultiplyAddEstimate(v9, factor, factor);
            v10 = Vector256.MultiplyAddEstimate(v10, factor, factor);
            v11 = Vector256.MultiplyAddEstimate(v11, factor, factor);
        }

        return Vector256.Sum(v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float MultiplyAdds128(int turns)
    {
        Vector128<float> factor = Vector128.Create(0.5f);
        Vector128<float> v0 = default, v1 = default, v2 = default, v3 = default, v4 = default, v5 = default;
        Vector128<float> v6 = default, v7 = default, v8 = default, v9 = default, v10 = default, v11 = default;
        for (int i = 0; i < turns; i++)
        {
            v0 = Vector128.MultiplyAddEstimate(v0, factor, factor);
            v1 = Vector128.MultiplyAddEstimate(v1, factor, factor);
            v2 = Vector128.MultiplyAddEstimate(v2, factor, factor);
            v3 = Vector128.MultiplyAddEstimate(v3, factor, factor);
            v4 = Vector128.MultiplyAddEstimate(v4, factor, factor);
            v5 = Vector128.MultiplyAddEstimate(v5, factor, factor);
            v6 = Vector128.MultiplyAddEstimate(v6, factor, factor);
            v7 = Vector128.MultiplyAddEstimate(v7, factor, factor);
            v8 = Vector128.MultiplyAddEstimate(v8, factor, factor);
            v9 = Vector128.MultiplyAddEstimate(v9, factor, factor);
            v10 = Vector128.MultiplyAddEstimate(v10, factor, factor);
            v11 = Vector128.MultiplyAddEstimate(v11, factor, factor);
        }

        return Vector128.Sum(v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11);
    }
}
