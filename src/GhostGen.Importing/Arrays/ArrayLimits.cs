using GhostGen.Modeling;

namespace GhostGen.Importing.Arrays;

/// <summary>The bounds within which arrays are read, so that a hostile file costs neither memory nor time.</summary>
internal static class ArrayLimits
{
    /// <summary>The most elements of all arrays of a file together: those of the largest model.</summary>
    public const long MostElements = ShapeLimits.MostParameters;

    /// <summary>The most arrays in one file.</summary>
    public const int MostArrays = 4096;

    /// <summary>The most sizes of one array.</summary>
    public const int MostSizes = 8;

    /// <summary>The longest header of a file or an array, in bytes.</summary>
    public const int LongestHeader = 1 << 24;

    /// <summary>The number of elements, or <see langword="null"/> where a size is negative or there are more than a model can have.</summary>
    public static int? CountOf(IReadOnlyList<long> sizes)
    {
        long count = 1;
        foreach (long size in sizes)
        {
            if (size < 0 || size > MostElements)
            {
                return null;
            }

            // No overflow: both factors are at most 2^26.
            count *= size;
            if (count > MostElements)
            {
                return null;
            }
        }

        return (int)count;
    }
}
