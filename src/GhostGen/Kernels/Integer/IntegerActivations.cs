using System.Runtime.CompilerServices;

namespace GhostGen.Kernels.Integer;

/// <summary>
/// Activations in whole numbers: of sums with 16 bits behind the point, to values with 15. Sigmoid and tanh are piecewise linear; see
/// <see cref="TanhLines"/>. Exact, so the same on every machine and at every vector width.
/// </summary>
public static partial class IntegerActivations
{
    /// <summary>2^24: 512, where values that no sigmoid or tanh bounds end. Singles hold all whole numbers up to it.</summary>
    internal const int Largest = 1 << 24;

    private const int MostArgument = 32767;

    /// <summary>tanh to 9.1e-4: <c>tanh(x)</c>, between -32767 and 32767.</summary>
    public static int Tanh(int sum) => Lines((sum + 8) >> 4);

    /// <summary>The logistic function to 4.7e-4: <c>(1 + tanh(x / 2)) / 2</c>, between 0 and 32767.</summary>
    public static int Sigmoid(int sum) => (Lines((sum + 16) >> 5) + 32768) >> 1;

    /// <summary><c>max(x, 0)</c>, 512 at most.</summary>
    public static int Relu(int sum) => Math.Max(None(sum), 0);

    /// <summary><c>x</c>, between -512 and 512.</summary>
    public static int None(int sum) => Math.Clamp((sum + 1) >> 1, -Largest, Largest);

    /// <summary>tanh of an argument with 12 bits behind the point.</summary>
    private static int Lines(int argument)
    {
        int sign = argument >> 31;
        int magnitude = Math.Min((argument ^ sign) - sign, MostArgument);
        int least = Line(magnitude, TanhLines.Line0);
        least = Math.Min(least, Line(magnitude, TanhLines.Line1));
        least = Math.Min(least, Line(magnitude, TanhLines.Line2));
        least = Math.Min(least, Line(magnitude, TanhLines.Line3));
        least = Math.Min(least, Line(magnitude, TanhLines.Line4));
        least = Math.Min(least, Line(magnitude, TanhLines.Line5));
        least = Math.Min(least, Line(magnitude, TanhLines.Line6));
        least = Math.Min(least, Line(magnitude, TanhLines.Line7));
        least = Math.Min(least, Line(magnitude, TanhLines.Line8));
        least = Math.Min(least, Line(magnitude, TanhLines.Line9));
        least = Math.Min(least, Line(magnitude, TanhLines.Line10));
        least = Math.Min(least, Line(magnitude, TanhLines.Line11));
        least = Math.Min(least, Line(magnitude, TanhLines.Line12));
        least = Math.Min(least, Line(magnitude, TanhLines.Line13));
        least = Math.Min(least, Line(magnitude, TanhLines.Line14));
        least = Math.Min(least, Line(magnitude, TanhLines.Line15));
        return (((least + (1 << (TanhLines.Shift - 1))) >> TanhLines.Shift) ^ sign) - sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Line(int magnitude, int line) => (magnitude * (short)line) + (TanhLines.HeightFactor * (line >> 16));
}
