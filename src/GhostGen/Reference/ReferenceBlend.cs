using GhostGen.Kernels;

namespace GhostGen.Reference;

/// <summary>The end of every recurrent step.</summary>
internal static class ReferenceBlend
{
    /// <summary><c>(1 - z) c + z h</c>, written <c>z (h - c) + c</c>: one rounding less where multiply-adds fuse, and exactly <c>c</c> where <c>z</c> is 0.</summary>
    internal static float Blend(float update, float old, float candidate) => Scalar.MultiplyAdd(update, old - candidate, candidate);
}
