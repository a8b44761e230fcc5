using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GhostGen.Kernels.Integer;

/// <content>Vectors of 256 bits. Sigmoid and tanh are called, not inlined: the segments would take registers that a panel's sums are in.</content>
public static partial class IntegerActivations
{
    /// <inheritdoc cref="Tanh(int)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector256<int> Tanh(Vector256<int> sum) => Segments((sum + Vector256.Create(8)) >> 4);

    /// <inheritdoc cref="Sigmoid(int)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector256<int> Sigmoid(Vector256<int> sum) => (Segments((sum + Vector256.Create(16)) >> 5) + Vector256.Create(32768)) >> 1;

    /// <inheritdoc cref="Relu(int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Relu(Vector256<int> sum) => Vector256.Max(None(sum), Vector256<int>.Zero);

    /// <inheritdoc cref="None(int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> None(Vector256<int> sum) => Vector256.Min(Vector256.Max((sum + Vector256<int>.One) >> 1, Vector256.Create(-Largest)), Vector256.Create(Largest));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Segments(Vector256<int> argument)
    {
        Vector256<int> sign = argument >> 31;
        Vector256<int> magnitude = Vector256.Min((argument ^ sign) - sign, Vector256.Create(TanhSegments.MostArgument));
        Vector256<int> segments = Find(magnitude >> TanhSegments.IndexShift);
        Vector256<int> value = Value(magnitude, segments);
        return (((value + Vector256.Create(1 << (TanhSegments.Shift - 1))) >> TanhSegments.Shift) ^ sign) - sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Find(Vector256<int> index)
    {
        if (!Avx2.IsSupported)
        {
            return Vector256.Create(Find(index.GetLower()), Find(index.GetUpper()));
        }

        // Four registers of eight segments; the lowest three bits choose among eight, the next two among registers, as signs.
        Vector256<float> fourth = (index << 28).AsSingle();
        Vector256<float> lower = Avx.BlendVariable(
            Avx2.PermuteVar8x32(TanhSegments.Lower.GetLower(), index).AsSingle(),
            Avx2.PermuteVar8x32(TanhSegments.Lower.GetUpper(), index).AsSingle(),
            fourth);
        Vector256<float> upper = Avx.BlendVariable(
            Avx2.PermuteVar8x32(TanhSegments.Upper.GetLower(), index).AsSingle(),
            Avx2.PermuteVar8x32(TanhSegments.Upper.GetUpper(), index).AsSingle(),
            fourth);
        return Avx.BlendVariable(lower, upper, (index << 27).AsSingle()).AsInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Value(Vector256<int> magnitude, Vector256<int> segments)
    {
        return Avx2.IsSupported
            ? Avx2.MultiplyAddAdjacent((magnitude | Vector256.Create(TanhSegments.HeightFactor << 16)).AsInt16(), segments.AsInt16())
            : Vector256.Create(Value(magnitude.GetLower(), segments.GetLower()), Value(magnitude.GetUpper(), segments.GetUpper()));
    }
}
