namespace EdgeAot;

/// <summary>Numbers that look random and are the same in every build: a linear congruential generator.</summary>
public sealed class Noise
{
    private uint state = 1;

    /// <summary>Fills <paramref name="values"/> with numbers from -<paramref name="bound"/> up to <paramref name="bound"/>.</summary>
    public float[] Fill(float[] values, float bound)
    {
        foreach (ref float value in values.AsSpan())
        {
            // The upper 24 bits, which are the better ones and as many as a float holds.
            state = (state * 1664525) + 1013904223;
            value = (((state >> 8) / (float)(1 << 23)) - 1) * bound;
        }

        return values;
    }
}
