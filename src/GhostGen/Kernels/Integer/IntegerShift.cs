namespace GhostGen.Kernels.Integer;

/// <summary>A shift in either direction: so far left, or so far right after half a unit has been added. Found once for a source, and used for all its sums.</summary>
public readonly struct IntegerShift
{
    /// <summary>The most that is shifted left: whatever is not 0 exceeds the bound then.</summary>
    private const int MostLeft = 28;

    /// <summary>The most that is shifted right: less than two units are left then.</summary>
    private const int MostRight = 30;

    /// <summary>Finds it.</summary>
    /// <param name="shift">To the left where it is positive: that of the weights plus the exponent of the elements.</param>
    public IntegerShift(int shift)
    {
        Right = Math.Clamp(-shift, 0, MostRight);
        Left = Math.Clamp(shift, 0, MostLeft);
        Half = (1 << Right) >> 1;
        Most = IntegerArithmetic.MostContribution >> Left;
    }

    /// <summary>How far to the left.</summary>
    internal int Left { get; }

    /// <summary>How far to the right.</summary>
    internal int Right { get; }

    /// <summary>What is added before that.</summary>
    internal int Half { get; }

    /// <summary>The largest number, and without its sign the smallest, that may be shifted left.</summary>
    internal int Most { get; }
}
