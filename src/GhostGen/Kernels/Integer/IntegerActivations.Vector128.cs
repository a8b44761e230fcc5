using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GhostGen.Kernels.Integer;

/// <content>Vectors of 128 bits. Sigmoid and tanh are called, not inlined: a panel would have no registers left for their lines.</content>
public static partial class IntegerActivations
{
    /// <inheritdoc cref="Tanh(int)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<int> Tanh(Vector128<int> sum) => Lines((sum + Vector128.Create(8)) >> 4);

    /// <inheritdoc cref="Sigmoid(int)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<int> Sigmoid(Vector128<int> sum) => (Lines((sum + Vector128.Create(16)) >> 5) + Vector128.Create(32768)) >> 1;

    /// <inheritdoc cref="Relu(int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Relu(Vector128<int> sum) => Vector128.Max(None(sum), Vector128<int>.Zero);

    /// <inheritdoc cref="None(int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> None(Vector128<int> sum) => Vector128.Min(Vector128.Max((sum + Vector128<int>.One) >> 1, Vector128.Create(-Largest)), Vector128.Create(Largest));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Lines(Vector128<int> argument)
    {
        Vector128<int> sign = argument >> 31;
        Vector128<int> magnitude = Vector128.Min((argument ^ sign) - sign, Vector128.Create(MostArgument));
        Vector128<short> pairs = (magnitude | Vector128.Create(TanhLines.HeightFactor << 16)).AsInt16();
        Vector128<int> least = Line(pairs, TanhLines.Line0);
        least = Vector128.Min(least, Line(pairs, TanhLines.Line1));
        least = Vector128.Min(least, Line(pairs, TanhLines.Line2));
        least = Vector128.Min(least, Line(pairs, TanhLines.Line3));
        least = Vector128.Min(least, Line(pairs, TanhLines.Line4));
        least = Vector128.Min(least, Line(pairs, TanhLines.Line5));
        least = Vector128.Min(least, Line(pairs, TanhLines.Line6));
        least = Vector128.Min(least, Line(pairs, TanhLines.Line7));
        least = Vector128.Min(least, Line(pairs, TanhLines.Line8));
        least = Vector128.Min(least, Line(pairs, TanhLines.Line9));
        least = Vector128.Min(least, Line(pairs, TanhLines.Line10));
        least = Vector128.Min(least, Line(pairs, TanhLines.Line11));
        least = Vector128.Min(least, Line(pairs, TanhLines.Line12));
        least = Vector128.Min(least, Line(pairs, TanhLines.Line13));
        least = Vector128.Min(least, Line(pairs, TanhLines.Line14));
        least = Vector128.Min(least, Line(pairs, TanhLines.Line15));
        return (((least + Vector128.Create(1 << (TanhLines.Shift - 1))) >> TanhLines.Shift) ^ sign) - sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Line(Vector128<short> pairs, int line)
    {
        if (Sse2.IsSupported)
        {
            return Sse2.MultiplyAddAdjacent(pairs, Vector128.Create(line).AsInt16());
        }

        Vector128<int> arguments = pairs.AsInt32() & Vector128.Create(0xFFFF);
        return (arguments * Vector128.Create((int)(short)line)) + Vector128.Create(TanhLines.HeightFactor * (line >> 16));
    }
}
