using GhostGen.Packing;

namespace GhostGen.Generator.Emission;

/// <summary>What generated code calls the accumulators.</summary>
internal static class AccumulatorNames
{
    /// <summary>The variable's name, before the number of its register.</summary>
    internal static string Of(Accumulator accumulator) => accumulator switch
    {
        Accumulator.Reset => "reset",
        Accumulator.Update => "update",
        Accumulator.Candidate => "candidate",
        Accumulator.Recurrent => "recurrent",
        Accumulator.Ghost => "ghost",
        _ => "output",
    };
}
