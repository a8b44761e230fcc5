using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GhostGen.Kernels.Integer;

/// <content>Vectors of 128 bits. Sigmoid and tanh are called, not inlined: the segments would take registers that a panel's sums are in.</content>
public static partial class IntegerActivations
{
    /// <inheritdoc cref="Tanh(int)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<int> Tanh(Vector128<int> sum) => Segments((sum + Vector128.Create(8)) >> 4);

    /// <inheritdoc cref="Sigmoid(int)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<int> Sigmoid(Vector128<int> sum) => (Segments((sum + Vector128.Create(16)) >> 5) + Vector128.Create(32768)) >> 1;

    /// <inheritdoc cref="Relu(int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Relu(Vector128<int> sum) => Vector128.Max(None(sum), Vector128<int>.Zero);

    /// <inheritdoc cref="None(int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> None(Vector128<int> sum) => Vector128.Min(Vector128.Max((sum + Vector128<int>.One) >> 1, Vector128.Create(-Largest)), Vector128.Create(Largest));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Segments(Vector128<int> argument)
    {
        Vector128<int> sign = argument >> 31;
        Vector128<int> magnitude = Vector128.Min((argument ^ sign) - sign, Vector128.Create(TanhSegments.MostArgument));
        Vector128<int> segments = Find(magnitude >> TanhSegments.IndexShift);
        Vector128<int> value = Value(magnitude, segments);
        return (((value + Vector128.Create(1 << (TanhSegments.Shift - 1))) >> TanhSegments.Shift) ^ sign) - sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Find(Vector128<int> index)
    {
        ReadOnlySpan<int> all = TanhSegments.All;
        return Vector128.Create(all[index[0]], all[index[1]], all[index[2]], all[index[3]]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Value(Vector128<int> magnitude, Vector128<int> segments)
    {
        return Sse2.IsSupported
            ? Sse2.MultiplyAddAdjacent((magnitude | Vector128.Create(TanhSegments.HeightFactor << 16)).AsInt16(), segments.AsInt16())
            : (magnitude * ((segments << 16) >> 16)) + (Vector128.Create(TanhSegments.HeightFactor) * (segments >> 16));
    }
}
