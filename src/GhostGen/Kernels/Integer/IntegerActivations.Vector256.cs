using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GhostGen.Kernels.Integer;

/// <content>Vectors of 256 bits. Sigmoid and tanh are called, not inlined: a panel would have no registers left for their lines.</content>
public static partial class IntegerActivations
{
    /// <inheritdoc cref="Tanh(int)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector256<int> Tanh(Vector256<int> sum) => Lines((sum + Vector256.Create(8)) >> 4);

    /// <inheritdoc cref="Sigmoid(int)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector256<int> Sigmoid(Vector256<int> sum) => (Lines((sum + Vector256.Create(16)) >> 5) + Vector256.Create(32768)) >> 1;

    /// <inheritdoc cref="Relu(int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Relu(Vector256<int> sum) => Vector256.Max(None(sum), Vector256<int>.Zero);

    /// <inheritdoc cref="None(int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> None(Vector256<int> sum) => Vector256.Min(Vector256.Max((sum + Vector256<int>.One) >> 1, Vector256.Create(-Largest)), Vector256.Create(Largest));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Lines(Vector256<int> argument)
    {
        Vector256<int> sign = argument >> 31;
        Vector256<int> magnitude = Vector256.Min((argument ^ sign) - sign, Vector256.Create(MostArgument));
        Vector256<short> pairs = (magnitude | Vector256.Create(TanhLines.HeightFactor << 16)).AsInt16();
        Vector256<int> least = Line(pairs, TanhLines.Line0);
        least = Vector256.Min(least, Line(pairs, TanhLines.Line1));
        least = Vector256.Min(least, Line(pairs, TanhLines.Line2));
        least = Vector256.Min(least, Line(pairs, TanhLines.Line3));
        least = Vector256.Min(least, Line(pairs, TanhLines.Line4));
        least = Vector256.Min(least, Line(pairs, TanhLines.Line5));
        least = Vector256.Min(least, Line(pairs, TanhLines.Line6));
        least = Vector256.Min(least, Line(pairs, TanhLines.Line7));
        least = Vector256.Min(least, Line(pairs, TanhLines.Line8));
        least = Vector256.Min(least, Line(pairs, TanhLines.Line9));
        least = Vector256.Min(least, Line(pairs, TanhLines.Line10));
        least = Vector256.Min(least, Line(pairs, TanhLines.Line11));
        least = Vector256.Min(least, Line(pairs, TanhLines.Line12));
        least = Vector256.Min(least, Line(pairs, TanhLines.Line13));
        least = Vector256.Min(least, Line(pairs, TanhLines.Line14));
        least = Vector256.Min(least, Line(pairs, TanhLines.Line15));
        return (((least + Vector256.Create(1 << (TanhLines.Shift - 1))) >> TanhLines.Shift) ^ sign) - sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Line(Vector256<short> pairs, int line)
    {
        if (Avx2.IsSupported)
        {
            return Avx2.MultiplyAddAdjacent(pairs, Vector256.Create(line).AsInt16());
        }

        return Vector256.Create(Line(pairs.GetLower(), line), Line(pairs.GetUpper(), line));
    }
}
