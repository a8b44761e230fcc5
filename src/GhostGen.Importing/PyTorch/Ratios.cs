namespace GhostGen.Importing.PyTorch;

/// <summary>Ratios of hidden to intrinsic size, found from the sizes.</summary>
internal static class Ratios
{
    /// <summary>
    /// The ratio that somebody would have written: the smallest whole number r with <c>ceil(hidden / r) = intrinsic</c>, or else the quotient, which gives
    /// back the intrinsic size.
    /// </summary>
    public static double Of(int hidden, int intrinsic)
    {
        for (int ratio = Math.Max(1, hidden / intrinsic); ratio <= (hidden / intrinsic) + 1; ratio++)
        {
            if ((hidden + ratio - 1) / ratio == intrinsic)
            {
                return ratio;
            }
        }

        // Rounded up where the quotient is a hair above: a ratio that is a unit in the last place larger makes it exact again.
        double quotient = (double)hidden / intrinsic;
        while ((int)Math.Ceiling(hidden / quotient) > intrinsic)
        {
            quotient = Math.BitIncrement(quotient);
        }

        return quotient;
    }
}
