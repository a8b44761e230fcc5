using GhostGen.Generator.Planning;
using GhostGen.Packing;

namespace GhostGen.Generator.Emission;

/// <summary>What generated code calls the vectors that stages read, and where it finds them.</summary>
internal static class SourceNames
{
    /// <summary>The name of the reference to the vector's first element.</summary>
    internal static string Of(StageSource source) => source switch
    {
        StageSource.Input => "input",
        StageSource.Ghosts => "ghosts",
        StageSource.ResetState => "resetState",
        StageSource.NewIntrinsic => "intrinsic",
        _ => "state",
    };

    /// <summary>The vector in words.</summary>
    internal static string Describe(StageSource source) => source switch
    {
        StageSource.Input => "The input",
        StageSource.State => "The old state",
        StageSource.Intrinsic => "The old intrinsic states",
        StageSource.Ghosts => "The old ghosts",
        StageSource.ResetState => "The old intrinsic states, reset",
        _ => "The new intrinsic states",
    };

    /// <summary>The name of the vector that a stage's methods take as a parameter.</summary>
    internal static string Parameter(StageLayout stage) => stage.Kind is StageKind.Cheap or StageKind.DiagonalCheap ? "intrinsic" : "input";

    /// <summary>The other vectors that a stage reads: the name and the place of each.</summary>
    internal static IEnumerable<(string Name, string Place)> Locals(LayerPlan layer, StageLayout stage)
    {
        bool readsState = stage.Kind is StageKind.Gates or StageKind.ResetUpdate or StageKind.Candidate;
        if (readsState)
        {
            yield return (Of(StageSource.State), $"Places.{layer.Output.Name}");
        }

        if (stage.Inputs.Any(static input => input.Source == StageSource.Ghosts))
        {
            yield return (Of(StageSource.Ghosts), Text.Invariant($"Places.{layer.Output.Name} + {layer.Intrinsic}"));
        }

        if (stage.Inputs.Any(static input => input.Source == StageSource.ResetState))
        {
            yield return (Of(StageSource.ResetState), $"Places.{MemoryPlan.ResetState}");
        }
    }
}
