using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Generator.Planning;

/// <summary>Some neighbouring bands of a panel that are computed together: as many as the registers of one vector width can hold.</summary>
/// <param name="FirstLane">The first lane within the panel.</param>
/// <param name="Bands">The lanes of each band; passes with the same bands in the same kind of panel share one method.</param>
/// <param name="Vectors">The registers that one accumulator takes, all bands together.</param>
internal sealed record PassPlan(int FirstLane, Sequence<int> Bands, int Vectors)
{
    /// <summary>The number of lanes.</summary>
    internal int Lanes => Bands.Sum();

    /// <summary>Cuts a panel into passes for <paramref name="width"/>, given how many accumulators a row adds to.</summary>
    internal static Sequence<PassPlan> Split(PanelLayout panel, int accumulators, VectorWidth width)
    {
        var passes = new List<PassPlan>();
        var bands = new List<int>();
        int firstLane = 0;
        int vectors = 0;
        foreach (Band band in panel.Bands)
        {
            int more = width.VectorsOf(band);

            // Without vectors a pass is a loop over the lanes of one band.
            bool full = width == VectorWidth.Scalar || (vectors + more) * accumulators > width.AccumulatorBudget;
            if (bands.Count > 0 && full)
            {
                passes.Add(new(firstLane, new(bands), vectors));
                bands.Clear();
                vectors = 0;
            }

            if (bands.Count == 0)
            {
                firstLane = band.FirstLane;
            }

            bands.Add(band.Lanes);
            vectors += more;
        }

        passes.Add(new(firstLane, new(bands), vectors));
        return new(passes);
    }
}
