using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace GhostGen.Kernels;

/// <summary>The multiply-add of 128-bit vectors, which x64 machines without AVX use.</summary>
public static class Vector128Arithmetic
{
    /// <summary>
    /// <c>left * right + addend</c>, fused where the machine fuses. Where it does not, an addition overwrites its left operand: with the addend
    /// there a sum stays in its register, while the compiler copies the sum of the framework's estimate, whose left operand is the product.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> left, Vector128<float> right, Vector128<float> addend)
    {
        // Not Scalar.IsFused: what is inlined into what is inlined counts against the compiler's budget for a method.
        if (Fma.IsSupported || AdvSimd.IsSupported)
        {
            return Vector128.MultiplyAddEstimate(left, right, addend);
        }

        return addend + (left * right);
    }
}
