using GhostGen.Modeling;

namespace GhostGen.Packing;

/// <summary>How outputs are cut into panels for a vector width.</summary>
internal static class PanelPolicy
{
    /// <summary>A cache line: 16 floats. Loads that straddle lines cost 1.5 times as much from the first-level cache.</summary>
    public const int CacheLine = 16;

    /// <summary>The floats of a first-level cache of 48 KiB.</summary>
    public const int FirstLevelCache = 12_288;

    /// <summary>The lanes of the widest vector, 512 bits.</summary>
    public const int WidestVector = 16;

    /// <summary>The lanes of the narrowest vector, 128 bits.</summary>
    private const int NarrowestVector = 4;

    /// <summary>
    /// Cuts outputs into as few panels as the registers allow, as equal as whole vectors allow: a sliver at the end would have too few
    /// chains to hide its own latency. Where less than half of the last vector would be used, a narrower one takes its place.
    /// </summary>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="accumulators">The accumulators of each output.</param>
    /// <param name="width">The vectors.</param>
    /// <param name="weights">The weights of all outputs.</param>
    public static Sequence<PanelLayout> Panels(int outputs, int accumulators, VectorWidth width, int weights)
    {
        int vectors = DivideUp(outputs, width.Lanes);
        int count = Math.Max(DivideUp(vectors, width.MostVectors(accumulators)), IsDivided(vectors, accumulators, weights) ? 2 : 1);
        var panels = new PanelLayout[count];
        int first = 0;
        for (int panel = 0; panel < count; panel++)
        {
            int panelVectors = (vectors / count) + (panel < vectors % count ? 1 : 0);
            int panelOutputs = Math.Min(panelVectors * width.Lanes, outputs - first);
            panels[panel] = new(first, panelOutputs, Bands(panelOutputs, width.Lanes));
            first += panelOutputs;
        }

        return new(panels);
    }

    /// <summary>
    /// Whether a panel of so many vectors becomes two, because steps go through two panels in alternating directions and so find in the
    /// first-level cache what they read last. That counts where the cache holds half of the weights or more, and where two vectors of
    /// all gates are left in the first: gru 90 -> 48 takes 0.90 of the time so, with three panels of one vector 0.92, and ghost_gru 64 -> 64 with two of one
    /// vector 0.94 for a step but 1.26 for a sequence (Zen 5, 512 bits; bench: quick, after changing this).
    /// </summary>
    internal static bool IsDivided(int vectors, int accumulators, int weights) => accumulators > 2 && vectors >= 3 && weights is > FirstLevelCache and <= 2 * FirstLevelCache;

    /// <summary>Rounds a number of floats up to whole cache lines.</summary>
    public static int Align(int floats) => RoundUp(floats, CacheLine);

    /// <summary>Rounds a number of floats up to a multiple of <paramref name="unit"/>.</summary>
    public static int RoundUp(int floats, int unit) => DivideUp(floats, unit) * unit;

    private static Sequence<Band> Bands(int outputs, int widest)
    {
        var bands = new List<Band>();
        for (int lane = 0; lane < outputs; lane += bands[bands.Count - 1].Lanes)
        {
            int lanes = widest;
            while (lanes > NarrowestVector && outputs - lane <= lanes / 2)
            {
                lanes /= 2;
            }

            bands.Add(new(lane, lanes));
        }

        return new(bands.ToArray());
    }

    private static int DivideUp(int value, int divisor) => (value + divisor - 1) / divisor;
}
