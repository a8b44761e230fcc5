using GhostGen.Modeling;

namespace GhostGen.Packing;

/// <summary>
/// How outputs are cut into panels. The layout is the same for every vector width: a kernel of any width walks the same bytes, so
/// weights are packed once, at compile time where they are known then.
/// </summary>
internal static class PanelPolicy
{
    /// <summary>Rows start on a cache line: 16 floats. Loads that straddle lines cost 1.5 times as much from the first-level cache.</summary>
    public const int RowAlignment = 16;

    /// <summary>The lanes of the widest vector, 512 bits.</summary>
    public const int WidestVector = 16;

    /// <summary>
    /// Independent accumulation chains that a panel should offer at 512 bits. A fused multiply-add has a latency of 4 cycles and can
    /// start every cycle (every half one on some machines), so 4 to 8 keep the unit busy; more also mean fewer panels, and between two
    /// panels the stream of weights pauses for the activations. Measured with gru 128 -> 128 on a Zen 5 core, as a multiple of a plain
    /// read of the same weights: 1.4 with 6 chains, 1.0 with 9, 1.1 with 12.
    /// </summary>
    public const int ChainsPerPanel = 9;

    /// <summary>Cuts <paramref name="outputs"/> outputs into panels for rows that serve <paramref name="accumulators"/> accumulators.</summary>
    public static Sequence<PanelLayout> Panels(int outputs, int accumulators)
    {
        int lanes = WidestVector * ((ChainsPerPanel + accumulators - 1) / accumulators);

        // The last panel takes up to one vector more than the others rather than leave a sliver too narrow to hide its own latency.
        int last = lanes + WidestVector;
        var panels = new List<PanelLayout>();
        int first = 0;
        for (; outputs - first > last; first += lanes)
        {
            panels.Add(new(first, lanes, Bands(lanes)));
        }

        panels.Add(new(first, outputs - first, Bands(outputs - first)));
        return new(panels);
    }

    /// <summary>Rounds a number of floats up to whole cache lines.</summary>
    public static int Align(int floats) => (floats + RowAlignment - 1) / RowAlignment * RowAlignment;

    private static Sequence<Band> Bands(int outputs)
    {
        var bands = new List<Band>();
        int lane = 0;
        while (lane < outputs)
        {
            int rest = outputs - lane;
            int lanes = rest > 12 ? 16 : rest > 4 ? 8 : 4;
            bands.Add(new(lane, lanes));
            lane += lanes;
        }

        return new(bands);
    }
}
