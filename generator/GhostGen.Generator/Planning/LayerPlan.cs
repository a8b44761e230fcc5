using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Generator.Planning;

/// <summary>One layer: its stages, and where it finds and leaves its values.</summary>
/// <param name="Shape">What it computes.</param>
/// <param name="Identifier">The layer's name as generated names begin with it.</param>
/// <param name="WeightOffset">The layer's first weight within the model's.</param>
/// <param name="Output">Where its output stands once it has run: its state, or a scratch place for a dense layer.</param>
/// <param name="Stages">Its stages, in order.</param>
internal sealed record LayerPlan(LayerShape Shape, string Identifier, int WeightOffset, Place Output, Sequence<StagePlan> Stages)
{
    /// <summary>The floats of its packed weights.</summary>
    internal int WeightCount => Stages.Sum(static stage => stage.Layout.FloatCount);

    /// <summary>Whether blocks of zeros are left out of any of its stages.</summary>
    internal bool IsSparse => Stages.Any(static stage => stage.Layout.Sparse is not null);

    /// <summary>The floats of the sums of all stages that read the layer's input, for one step.</summary>
    internal int SumCount => Stages.Where(static stage => stage.ReadsInput).Sum(static stage => stage.SumCount);

    /// <summary>
    /// Whether the new state is written over the old one at once. One panel has read all of the old state before it writes, and the next
    /// step finds its state where it was written, without the copy between that a small layer would spend a tenth of its time on.
    /// </summary>
    internal bool InPlace { get; init; }

    /// <summary>
    /// Whether a sequence keeps the state in a register from step to step: a GRU whose state is one vector. The first sums of a step then
    /// begin with elements taken from it, before the state that was stored can be read back.
    /// </summary>
    internal bool CarriesState { get; init; }

    /// <summary>
    /// Whether every second step goes through the panels backward, so that it begins with the weights that the step before it read last,
    /// which the nearest cache still holds.
    /// </summary>
    internal bool Alternates { get; init; }

    /// <summary>
    /// Whether a sequence computes what the inputs of eight steps add to the layer as one product. A layer that does not is stepped eight times
    /// where others of its model do.
    /// </summary>
    internal bool BlocksInputs { get; init; }

    /// <summary>Whether the layer's input lies between -1 and 1 whatever happens: its bytes, where weights are bytes, need no measuring.</summary>
    internal bool InputIsBounded { get; init; }

    /// <summary>Whether it computes in whole numbers.</summary>
    internal bool IsInteger => Shape.Precision == Precision.Integer;

    /// <summary>Whether it reads the whole numbers that the layer before it leaves.</summary>
    internal bool InputIsInteger { get; init; }

    /// <summary>Whether the layer behind it reads the whole numbers that it leaves.</summary>
    internal bool NextReadsIntegers { get; init; }

    /// <summary>Where the layer behind it finds its input.</summary>
    internal string NextInput => NextReadsIntegers && Shape.StateSize > 0 ? NewState : Output.Name;

    /// <summary>Where stages find the old state.</summary>
    internal string OldState => IsInteger ? MemoryPlan.OldState : Output.Name;

    /// <summary>Where the new state is written.</summary>
    internal string NewState => InPlace ? Output.Name : MemoryPlan.NewState;

    /// <summary>Where the sums of a stage begin among those of one step.</summary>
    internal int SumOffset(StagePlan stage) => Stages.Where(other => other.ReadsInput && other.WeightOffset < stage.WeightOffset).Sum(static other => other.SumCount);

    /// <summary>The number of states that gates compute; 0 for a dense layer.</summary>
    internal int Intrinsic => Shape switch
    {
        GhostGruShape ghost => ghost.Intrinsic,
        GruShape gru => gru.Hidden,
        _ => 0,
    };
}
