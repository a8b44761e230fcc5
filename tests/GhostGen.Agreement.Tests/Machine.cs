using System.Runtime.Intrinsics;
using GhostGen.Kernels;

namespace GhostGen.Agreement.Tests;

/// <summary>What this process may use of its machine, in a form that can be handed to another process and compared.</summary>
internal static class Machine
{
    /// <summary>The bits of the widest vectors that generated code takes; 0 for none.</summary>
    internal static int Bits =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;

    /// <summary>Width and whether multiply-adds are fused: <c>512 bits, fused</c>.</summary>
    internal static string Description => Describe(Bits, Scalar.IsFused);

    /// <summary>A machine's width and whether its multiply-adds are fused, as its <see cref="Description"/> would say it.</summary>
    internal static string Describe(int bits, bool fused) => FormattableString.Invariant($"{bits} bits, {(fused ? "fused" : "not fused")}");
}
