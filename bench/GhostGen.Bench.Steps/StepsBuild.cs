using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using GhostGen.Kernels;

namespace GhostGen.Bench.Steps;

/// <summary>What a process was compiled for.</summary>
/// <param name="IsJit">Whether the JIT compiled it, and not NativeAOT.</param>
/// <param name="VectorBits">The widest vectors that are hardware accelerated.</param>
/// <param name="Fused">Whether a multiply-add rounds once.</param>
internal sealed record StepsBuild(bool IsJit, int VectorBits, bool Fused)
{
    /// <summary>What this process was compiled for.</summary>
    public static StepsBuild OfThisProcess() => new(
        RuntimeFeature.IsDynamicCodeCompiled,
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128,
        Scalar.IsFused);

    /// <summary>What the process prints first.</summary>
    public string ToLine() => string.Create(CultureInfo.InvariantCulture, $"{IsJit} {VectorBits} {Fused}");

    /// <summary>Reads what a process printed.</summary>
    public static StepsBuild Parse(string line)
    {
        string[] parts = line.Split(' ');
        return new(bool.Parse(parts[0]), int.Parse(parts[1], CultureInfo.InvariantCulture), bool.Parse(parts[2]));
    }
}
