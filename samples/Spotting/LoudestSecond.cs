namespace GhostGen.Samples.Spotting;

/// <summary>Finds the second of a recording that has the most energy.</summary>
public static class LoudestSecond
{
    /// <summary>Where it begins; 0 in what is no longer than a second. Of seconds that are equally loud it is the first.</summary>
    public static int StartOf(ReadOnlySpan<float> samples)
    {
        int start = 0;
        double energy = 0;
        double most = 0;
        for (int end = 1; end <= samples.Length; end++)
        {
            energy += (double)samples[end - 1] * samples[end - 1];
            int first = end - FrontEnd.ClipLength;
            if (first > 0)
            {
                energy -= (double)samples[first - 1] * samples[first - 1];
            }

            if (first >= 0 && (first == 0 || energy > most))
            {
                most = energy;
                start = first;
            }
        }

        return start;
    }
}
