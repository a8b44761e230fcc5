using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GhostGen.Kernels.Integer;

/// <content>Vectors of 512 bits. Sigmoid and tanh are called, not inlined: the segments would take registers that a panel's sums are in.</content>
public static partial class IntegerActivations
{
    /// <inheritdoc cref="Tanh(int)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector512<int> Tanh(Vector512<int> sum) => Segments((sum + Vector512.Create(8)) >> 4);

    /// <inheritdoc cref="Sigmoid(int)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector512<int> Sigmoid(Vector512<int> sum) => (Segments((sum + Vector512.Create(16)) >> 5) + Vector512.Create(32768)) >> 1;

    /// <inheritdoc cref="Relu(int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Relu(Vector512<int> sum) => Vector512.Max(None(sum), Vector512<int>.Zero);

    /// <inheritdoc cref="None(int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> None(Vector512<int> sum) => Vector512.Min(Vector512.Max((sum + Vector512<int>.One) >> 1, Vector512.Create(-Largest)), Vector512.Create(Largest));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Segments(Vector512<int> argument)
    {
        Vector512<int> sign = argument >> 31;
        Vector512<int> magnitude = Vector512.Min((argument ^ sign) - sign, Vector512.Create(TanhSegments.MostArgument));
        Vector512<int> segments = Find(magnitude >> TanhSegments.IndexShift);
        Vector512<int> value = Value(magnitude, segments);
        return (((value + Vector512.Create(1 << (TanhSegments.Shift - 1))) >> TanhSegments.Shift) ^ sign) - sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Find(Vector512<int> index)
    {
        return Avx512F.IsSupported
            ? Avx512F.PermuteVar16x32x2(TanhSegments.Lower, index, TanhSegments.Upper)
            : Vector512.Create(Find(index.GetLower()), Find(index.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Value(Vector512<int> magnitude, Vector512<int> segments)
    {
        return Avx512BW.IsSupported
            ? Avx512BW.MultiplyAddAdjacent((magnitude | Vector512.Create(TanhSegments.HeightFactor << 16)).AsInt16(), segments.AsInt16())
            : Vector512.Create(Value(magnitude.GetLower(), segments.GetLower()), Value(magnitude.GetUpper(), segments.GetUpper()));
    }
}
