using GhostGen.Modeling;

namespace GhostGen.Packing;

/// <summary>One source of a stage: rows of weights, each for one or several elements, that are multiplied into the same accumulators.</summary>
/// <param name="Source">Which vector.</param>
/// <param name="Count">Its length.</param>
/// <param name="Accumulators">The accumulators that a row adds to, in the order in which their weights lie in the row.</param>
internal sealed record StageInput(StageSource Source, int Count, Sequence<Accumulator> Accumulators)
{
    /// <summary>How its weights are stored.</summary>
    internal WeightForm Form { get; init; }

    /// <summary>The neighbouring elements that one row of weights serves.</summary>
    internal int ElementsPerRow => Form switch
    {
        WeightForm.BFloat16 => 2,
        WeightForm.Int8 or WeightForm.Int8Wide or WeightForm.Integer => 4,
        _ => 1,
    };

    /// <summary>The number of rows; the last may serve fewer elements, and holds zeros for those that are not there.</summary>
    internal int Rows => (Count + ElementsPerRow - 1) / ElementsPerRow;

    /// <summary>The rows of weights and those that belong to them: where sums start, scales, shifts.</summary>
    internal int StoredRows => Rows + Form switch
    {
        WeightForm.Int8 or WeightForm.Integer => 2,
        WeightForm.Int8Wide => 1,
        _ => 0,
    };

    /// <summary>Whether its weights are bytes, which its elements are turned into whole numbers for.</summary>
    internal bool HasBytes => Form is WeightForm.Int8 or WeightForm.Int8Wide or WeightForm.Integer;

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
