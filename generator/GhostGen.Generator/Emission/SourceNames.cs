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
        StageSource.GhostsPresent => "ghostsPresent",
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
        StageSource.GhostsPresent => "What the ghosts' bias adds once there are ghosts",
        StageSource.ResetState => "The old intrinsic states, reset",
        _ => "The new intrinsic states",
    };

    /// <summary>The place of the vector in a stream's memory.</summary>
    /// <param name="layer">The layer that reads it.</param>
    /// <param name="source">The vector.</param>
    /// <param name="input">The place of the layer's input.</param>
    internal static string Place(LayerPlan layer, StageSource source, string input) => source switch
    {
        StageSource.Input => input,
        StageSource.Ghosts => Text.Invariant($"Places.{layer.OldState} + {layer.Intrinsic}"),
        StageSource.GhostsPresent => $"Places.{MemoryPlan.GhostsPresent}",
        StageSource.ResetState => $"Places.{MemoryPlan.ResetState}",
        StageSource.NewIntrinsic => $"Places.{layer.NewState}",
        _ => $"Places.{layer.OldState}",
    };

    /// <summary>The name of the vector that a stage's methods take as a parameter.</summary>
    internal static string Parameter(StageLayout stage) => stage.Kind is StageKind.Cheap or StageKind.DiagonalCheap ? "intrinsic" : "input";

    /// <summary>The other vectors that a stage reads: the name and the place of each.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="activationsOnly">Whether all products have been added: activations read the old state and nothing else.</param>
    internal static IEnumerable<(string Name, string Place)> Locals(LayerPlan layer, StageLayout stage, bool activationsOnly)
    {
        bool readsState = stage.Kind is StageKind.Gates or StageKind.ResetUpdate or StageKind.Candidate;
        if (readsState)
        {
            yield return (Of(StageSource.State), $"Places.{layer.OldState}");
        }

        if (activationsOnly)
        {
            yield break;
        }

        foreach (StageInput input in stage.Inputs.Where(static input => input.HasBytes))
        {
            yield return (ByteSourceEmitter.Name(input.Source), $"Places.{MemoryPlan.Bytes(input.Source)}");
        }

        if (stage.Inputs.Any(static input => input.Source == StageSource.Ghosts && !input.HasBytes))
        {
            yield return (Of(StageSource.Ghosts), Text.Invariant($"Places.{layer.Output.Name} + {layer.Intrinsic}"));
        }

        if (stage.Reads(StageSource.GhostsPresent))
        {
            yield return (Of(StageSource.GhostsPresent), $"Places.{MemoryPlan.GhostsPresent}");
        }

        if (stage.Inputs.Any(static input => input.Source == StageSource.ResetState && !input.HasBytes))
        {
            yield return (Of(StageSource.ResetState), $"Places.{MemoryPlan.ResetState}");
        }
    }
}
