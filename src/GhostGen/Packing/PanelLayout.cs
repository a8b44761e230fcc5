using GhostGen.Modeling;

namespace GhostGen.Packing;

/// <summary>
/// A block of neighbouring outputs that are computed together, in one pass over the sources, with their accumulators in registers.
/// Its weights are stored in the order in which that pass reads them: a row of biases and then, for each element of each source, a row
/// <c>[band 0: gate 0, gate 1, ...][band 1: ...]...</c>, padded to a whole cache line.
/// </summary>
/// <param name="FirstOutput">The first output of the panel.</param>
/// <param name="Outputs">The number of real outputs; lanes beyond it hold zeros.</param>
/// <param name="Bands">What the panel's lanes are made of.</param>
internal sealed record PanelLayout(int FirstOutput, int Outputs, Sequence<Band> Bands)
{
    /// <summary>The number of lanes, padding included.</summary>
    public int Lanes { get; } = Bands.Sum(static band => band.Lanes);

    /// <summary>The length of a row that serves <paramref name="accumulators"/> accumulators, in floats: a multiple of <see cref="PanelPolicy.RowAlignment"/>.</summary>
    public int RowStride(int accumulators) => PanelPolicy.Align(accumulators * Lanes);

    /// <summary>Where the weights of a band and one of its accumulators stand within a row.</summary>
    /// <param name="band">The band.</param>
    /// <param name="position">The position of the accumulator among those the row serves.</param>
    /// <param name="accumulators">How many accumulators the row serves.</param>
    public static int OffsetInRow(Band band, int position, int accumulators) => (band.FirstLane * accumulators) + (position * band.Lanes);

    /// <summary>The floats of the panel's weights: the biases and all rows of all sources.</summary>
    public int FloatCount(int accumulators, IEnumerable<StageInput> inputs) =>
        RowStride(accumulators) + inputs.Sum(input => input.Count * RowStride(input.Accumulators.Count));
}
