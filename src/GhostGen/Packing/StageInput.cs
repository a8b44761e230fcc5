using GhostGen.Modeling;

namespace GhostGen.Packing;

/// <summary>One source of a stage: <paramref name="Count"/> rows of weights, each multiplied into the same accumulators.</summary>
/// <param name="Source">Which vector.</param>
/// <param name="Count">Its length, and so the number of weight rows.</param>
/// <param name="Accumulators">The accumulators that a row adds to, in the order in which their weights lie in the row.</param>
internal sealed record StageInput(StageSource Source, int Count, Sequence<Accumulator> Accumulators)
{
    /// <summary>Whether the source is multiplied into <paramref name="accumulator"/>.</summary>
    internal bool AddsTo(Accumulator accumulator)
    {
        int index = Accumulators.Count - 1;
        while (index >= 0 && Accumulators[index] != accumulator)
        {
            index--;
        }

        return index >= 0;
    }
}
