namespace GhostGen.Modeling;

/// <summary>The bounds within which a shape is accepted, the same at compile time and at run time.</summary>
public static class ShapeLimits
{
    /// <summary>The largest input, hidden or output size. Far above any network that runs one step at a time on one core, and small enough that a product of two sizes never overflows 64 bits.</summary>
    public const int LargestSize = 1 << 20;

    /// <summary>
    /// The most weights a model may have. Padding makes up to 16 floats of one weight (a dense layer of one unit, whose rows fill a cache
    /// line each), and with it they still fit one .NET array.
    /// </summary>
    public const long MostParameters = 1L << 26;

    /// <summary>The most layers a model may have.</summary>
    public const int MostLayers = 256;

    /// <summary>The largest ratio of hidden to intrinsic size.</summary>
    public const double LargestRatio = LargestSize;

    /// <summary>The least range of a layer's input, 2^-60: what is smaller is silence to every layer.</summary>
    public const float LeastInputRange = 1f / (1L << 60);

    /// <summary>The largest range of a layer's input, 2^60, as far above what networks read as the least one is below.</summary>
    public const float LargestInputRange = 1L << 60;

    /// <summary>Whether <paramref name="size"/> may be an input, hidden or output size.</summary>
    public static bool IsSize(long size) => size is >= 1 and <= LargestSize;

    /// <summary>Whether <paramref name="ratio"/> may be a ratio of hidden to intrinsic size: finite and from 1 to <see cref="LargestRatio"/>.</summary>
    public static bool IsRatio(double ratio) => ratio is >= 1 and <= LargestRatio;

    /// <summary>Whether <paramref name="range"/> may be the range of a layer's input: from <see cref="LeastInputRange"/> to <see cref="LargestInputRange"/>.</summary>
    public static bool IsInputRange(float range) => range is >= LeastInputRange and <= LargestInputRange;

    /// <summary>Whether a grouped cheap map can be cut into <paramref name="groups"/>: it has to divide both the intrinsic and the ghost size.</summary>
    public static bool AreGroups(int groups, int intrinsic, int ghosts) =>
        groups >= 1 && intrinsic % groups == 0 && ghosts % groups == 0;
}
