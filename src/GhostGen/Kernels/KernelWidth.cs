using System.Runtime.Intrinsics;
using GhostGen.Packing;

namespace GhostGen.Kernels;

/// <summary>Chooses vectors as generated code does, for what is laid out before it runs.</summary>
internal static class KernelWidth
{
    /// <summary>The widest vectors that the machine is fast with.</summary>
    internal static VectorWidth Current =>
        Vector512.IsHardwareAccelerated ? VectorWidth.Vector512
        : Vector256.IsHardwareAccelerated ? VectorWidth.Vector256
        : Vector128.IsHardwareAccelerated ? VectorWidth.Vector128
        : VectorWidth.Scalar;
}
