using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GhostGen.Kernels.Integer;

/// <content>Vectors of 512 bits. Sigmoid and tanh are called, not inlined: a panel would have no registers left for their lines.</content>
public static partial class IntegerActivations
{
    /// <inheritdoc cref="Tanh(int)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector512<int> Tanh(Vector512<int> sum) => Lines((sum + Vector512.Create(8)) >> 4);

    /// <inheritdoc cref="Sigmoid(int)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector512<int> Sigmoid(Vector512<int> sum) => (Lines((sum + Vector512.Create(16)) >> 5) + Vector512.Create(32768)) >> 1;

    /// <inheritdoc cref="Relu(int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Relu(Vector512<int> sum) => Vector512.Max(None(sum), Vector512<int>.Zero);

    /// <inheritdoc cref="None(int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> None(Vector512<int> sum) => Vector512.Min(Vector512.Max((sum + Vector512<int>.One) >> 1, Vector512.Create(-Largest)), Vector512.Create(Largest));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Lines(Vector512<int> argument)
    {
        Vector512<int> sign = argument >> 31;
        Vector512<int> magnitude = Vector512.Min((argument ^ sign) - sign, Vector512.Create(MostArgument));
        Vector512<short> pairs = (magnitude | Vector512.Create(TanhLines.HeightFactor << 16)).AsInt16();
        Vector512<int> least = Line(pairs, TanhLines.Line0);
        least = Vector512.Min(least, Line(pairs, TanhLines.Line1));
        least = Vector512.Min(least, Line(pairs, TanhLines.Line2));
        least = Vector512.Min(least, Line(pairs, TanhLines.Line3));
        least = Vector512.Min(least, Line(pairs, TanhLines.Line4));
        least = Vector512.Min(least, Line(pairs, TanhLines.Line5));
        least = Vector512.Min(least, Line(pairs, TanhLines.Line6));
        least = Vector512.Min(least, Line(pairs, TanhLines.Line7));
        least = Vector512.Min(least, Line(pairs, TanhLines.Line8));
        least = Vector512.Min(least, Line(pairs, TanhLines.Line9));
        least = Vector512.Min(least, Line(pairs, TanhLines.Line10));
        least = Vector512.Min(least, Line(pairs, TanhLines.Line11));
        least = Vector512.Min(least, Line(pairs, TanhLines.Line12));
        least = Vector512.Min(least, Line(pairs, TanhLines.Line13));
        least = Vector512.Min(least, Line(pairs, TanhLines.Line14));
        least = Vector512.Min(least, Line(pairs, TanhLines.Line15));
        return (((least + Vector512.Create(1 << (TanhLines.Shift - 1))) >> TanhLines.Shift) ^ sign) - sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Line(Vector512<short> pairs, int line)
    {
        if (Avx512BW.IsSupported)
        {
            return Avx512BW.MultiplyAddAdjacent(pairs, Vector512.Create(line).AsInt16());
        }

        return Vector512.Create(Line(pairs.GetLower(), line), Line(pairs.GetUpper(), line));
    }
}
