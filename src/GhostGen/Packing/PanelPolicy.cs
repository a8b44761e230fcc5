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
    /// start every cycle (every half one at 256 bits), so fewer than 4 leave the unit idle; 6 also hide the loads.
    /// </summary>
    public const int ChainsPerPanel = 6;

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
