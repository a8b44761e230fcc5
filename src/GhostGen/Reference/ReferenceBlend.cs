using GhostGen.Kernels;

namespace GhostGen.Reference;

/// <summary>The end of every recurrent step.</summary>
internal static class ReferenceBlend
{
    /// <summary><c>(1 - z) c + z h</c>: one multiply-add behind the candidate, which the next step waits for; exactly <c>c</c> where <c>z</c> is 0, and <c>h</c> where it is 1.</summary>
    internal static float Blend(float update, float old, float candidate) => Scalar.MultiplyAdd(1f - update, candidate, update * old);
}
