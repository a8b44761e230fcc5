using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace GhostGen.Kernels;

/// <summary>The multiply-add of one value, with the same bits as the vectors of the same machine.</summary>
public static class Scalar
{
    /// <summary>
    /// Whether this machine's vectors fuse a multiply-add, rounding once: with FMA or NEON. Elsewhere they multiply and add, rounding twice.
    /// The framework's own estimate may be compiled either way in unoptimised code, so the choice is made here.
    /// </summary>
    public static bool IsFused
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Fma.IsSupported || AdvSimd.IsSupported;
    }

    /// <summary><c>left * right + addend</c>, fused where the machine fuses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MultiplyAdd(float left, float right, float addend) =>
        IsFused ? MathF.FusedMultiplyAdd(left, right, addend) : (left * right) + addend;

    /// <summary>Clamps as the vectors do: NaN is less than nothing and greater than nothing, and so stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Clamp(float x, float lowest, float highest)
    {
        x = x < lowest ? lowest : x;
        return x > highest ? highest : x;
    }
}
