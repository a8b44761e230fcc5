using GhostGen.Generator.Planning;

namespace GhostGen.Generator.Emission;

/// <summary>One register's worth of neighbouring outputs within a pass.</summary>
/// <param name="Suffix">What its variables' names end with: empty where a pass has one register per accumulator.</param>
/// <param name="Lanes">The lanes of the register; 1 without vectors.</param>
/// <param name="Lane">Its first lane within the pass.</param>
/// <param name="Band">The first lane of its band within the pass.</param>
/// <param name="BandLanes">The lanes of its band.</param>
internal sealed record Register(string Suffix, int Lanes, int Lane, int Band, int BandLanes)
{
    /// <summary>Where the register's weights for one accumulator stand in a row, from the pass's first weight on.</summary>
    internal int OffsetInRow(int position, int accumulators) => (Band * accumulators) + (position * BandLanes) + (Lane - Band);

    /// <summary>The registers of a pass, in the order of its lanes.</summary>
    internal static IReadOnlyList<Register> Of(PassPlan pass, VectorWidth width)
    {
        if (width == VectorWidth.Scalar)
        {
            return [new("", 1, 0, 0, pass.Lanes)];
        }

        var registers = new List<Register>();
        int band = 0;
        foreach (int bandLanes in pass.Bands)
        {
            int lanes = Math.Min(width.Lanes, bandLanes);
            for (int lane = band; lane < band + bandLanes; lane += lanes)
            {
                registers.Add(new(pass.Vectors == 1 ? "" : Text.Invariant($"{registers.Count}"), lanes, lane, band, bandLanes));
            }

            band += bandLanes;
        }

        return registers;
    }
}
