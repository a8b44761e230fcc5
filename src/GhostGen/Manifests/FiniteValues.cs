using GhostGen.Modeling;

namespace GhostGen.Manifests;

/// <summary>Finds elements that no weight may be.</summary>
internal static class FiniteValues
{
    /// <summary>The index of the first NaN or infinity, or -1.</summary>
    public static int FirstOther(float[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (float.IsNaN(values[i]) || float.IsInfinity(values[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Where an element of a matrix stands, in words; empty for a vector.</summary>
    public static string Place(TensorShape shape, int index) => shape.Columns is { } columns
        ? FormattableString.Invariant($" (row {index / columns}, column {index % columns})")
        : "";
}
