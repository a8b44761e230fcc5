using GhostGen.Modeling;

namespace GhostGen.Packing;

/// <summary>
/// A block of neighbouring outputs that are computed together, in one pass over the sources, with their accumulators in registers.
/// Its weights are stored in the order in which that pass reads them: a row of biases and then, for each element of each source, a row
/// <c>[band 0: gate 0, gate 1, ...][band 1: ...]...</c>.
/// </summary>
/// <param name="FirstOutput">The first output of the panel.</param>
/// <param name="Outputs">The number of real outputs; lanes beyond it hold zeros.</param>
/// <param name="Bands">What the panel's lanes are made of, widest first.</param>
internal sealed record PanelLayout(int FirstOutput, int Outputs, Sequence<Band> Bands)
{
    /// <summary>The number of lanes, padding included.</summary>
    public int Lanes { get; } = Bands[Bands.Count - 1].FirstLane + Bands[Bands.Count - 1].Lanes;

    /// <summary>
    /// The length of a row that serves <paramref name="accumulators"/> accumulators, in floats: a multiple of the panel's widest vector,
    /// so that no load straddles two cache lines.
    /// </summary>
    public int RowStride(int accumulators) => PanelPolicy.RoundUp(accumulators * Lanes, Bands[0].Lanes);

    /// <summary>The lanes of the panel's weights, 4 bytes each: the biases and all rows of all sources; the next panel starts on a cache line.</summary>
    public int FloatCount(int accumulators, Sequence<StageInput> inputs)
    {
        int floats = RowStride(accumulators);
        for (int i = 0; i < inputs.Count; i++)
        {
            floats += inputs[i].StoredRows * RowStride(inputs[i].Accumulators.Count);
        }

        return Bands[0].Lanes == 1 ? floats : PanelPolicy.Align(floats);
    }
}
