namespace GhostGen.Kernels.Integer;

/// <summary>
/// Activations in whole numbers: of sums with 16 bits behind the point, to values with 15. Sigmoid and tanh are piecewise linear; see
/// <see cref="TanhSegments"/>. Exact, so the same on every machine and at every vector width.
/// </summary>
public static partial class IntegerActivations
{
    /// <summary>2^24: 512, where values that no sigmoid or tanh bounds end. Singles hold all whole numbers up to it.</summary>
    internal const int Largest = 1 << 24;

    /// <summary>tanh to 8.6e-4: <c>tanh(x)</c>, between -32757 and 32757.</summary>
    public static int Tanh(int sum) => Segments((sum + 8) >> 4);

    /// <summary>The logistic function to 4.5e-4: <c>(1 + tanh(x / 2)) / 2</c>, between 5 and 32762.</summary>
    public static int Sigmoid(int sum) => (Segments((sum + 16) >> 5) + 32768) >> 1;

    /// <summary><c>max(x, 0)</c>, 512 at most.</summary>
    public static int Relu(int sum) => Math.Max(None(sum), 0);

    /// <summary><c>x</c>, between -512 and 512.</summary>
    public static int None(int sum) => Math.Clamp((sum + 1) >> 1, -Largest, Largest);

    /// <summary>tanh of an argument with 12 bits behind the point.</summary>
    private static int Segments(int argument)
    {
        int sign = argument >> 31;
        int magnitude = Math.Min((argument ^ sign) - sign, TanhSegments.MostArgument);
        int segment = TanhSegments.All[magnitude >> TanhSegments.IndexShift];
        int value = (magnitude * (short)segment) + (TanhSegments.HeightFactor * (segment >> 16));
        return (((value + (1 << (TanhSegments.Shift - 1))) >> TanhSegments.Shift) ^ sign) - sign;
    }
}
