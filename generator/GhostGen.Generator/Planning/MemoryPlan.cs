using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Generator.Planning;

/// <summary>
/// The one array of an instance. The states of all layers come first and without gaps, so that the state a user saves is exactly the
/// model's; everything a step only needs while it runs follows, each place with room for a whole vector beyond its end.
/// </summary>
/// <param name="Places">All places.</param>
/// <param name="StateLength">The floats of all states together.</param>
/// <param name="Length">The floats of the array.</param>
internal sealed record MemoryPlan(Sequence<Place> Places, int StateLength, int Length)
{
    /// <summary>What a vector may read or write beyond the end of a place: less than one vector of the widest kind.</summary>
    internal const int Slack = PanelPolicy.WidestVector;

    /// <summary>The new state of the layer that is running: intrinsic states, then ghosts. Panels still need the old one, so it is copied over when all are done.</summary>
    internal const string NewState = "NewState";

    /// <summary>The old state times the reset gate.</summary>
    internal const string ResetState = "ResetState";

    /// <summary>Whether the layer that is running has ghosts yet: its folded ghosts' bias is multiplied by it.</summary>
    internal const string GhostsPresent = "GhostsPresent";

    /// <summary>Whether the next step goes through the panels backward.</summary>
    internal const string Direction = "Direction";

    /// <summary>The update gate.</summary>
    internal const string UpdateGate = "UpdateGate";

    /// <summary>The sums of the stage that is running, where it leaves out blocks of zeros.</summary>
    internal const string Sums = "Sums";

    /// <summary>The complete sums of the panel that is running, where its activations are computed from memory.</summary>
    internal const string PanelSums = "PanelSums";

    /// <summary>Where the bytes of a source stand behind what one unit of them stands for: on a cache line of their own.</summary>
    internal const int FirstByte = PanelPolicy.CacheLine;

    /// <summary>The old state of the layer that is running as whole numbers.</summary>
    internal const string OldState = "OldState";

    /// <summary>Whether all that a layer of whole numbers read were numbers: 0, or NaN.</summary>
    internal const string Finite = "Finite";

    /// <summary>The place of the bytes of a source.</summary>
    internal static string Bytes(StageSource source) => source + "Bytes";

    /// <summary>Names that no layer's identifier may form.</summary>
    internal static readonly IReadOnlyList<string> ReservedIdentifiers = ["New", "Old", "Reset", "Update", "Compiled"];

    /// <summary>Lays out the memory of a model.</summary>
    /// <param name="layers">Its layers.</param>
    /// <param name="alternates">Whether steps go through panels in alternating directions.</param>
    /// <param name="sums">The most sums of a stage that leaves out blocks of zeros; 0 where none does.</param>
    /// <param name="panelSums">The most sums of a panel whose activations are computed from memory; 0 where none are.</param>
    internal static MemoryPlan For(IReadOnlyList<(LayerShape Shape, string Identifier)> layers, bool alternates, int sums, int panelSums)
    {
        var places = new List<Place>();
        int offset = 0;
        foreach ((LayerShape shape, string identifier) in layers.Where(static layer => layer.Shape.StateSize > 0))
        {
            places.Add(new(OutputName(shape, identifier), offset, shape.StateSize, $"what layer '{shape.Name}' remembers"));
            offset += shape.StateSize;
        }

        int stateLength = offset;
        void AddScratch(string name, int length, string meaning)
        {
            offset = PanelPolicy.Align(offset + Slack);
            places.Add(new(name, offset, length, meaning));
            offset += length;
        }

        int largestState = layers.Max(static layer => layer.Shape.StateSize);
        if (largestState > 0)
        {
            AddScratch(NewState, largestState, "the new state of the layer that is running, until all its panels are done with the old one");
        }

        if (layers.Any(static layer => layer.Shape.Precision == Precision.Integer))
        {
            AddScratch(Finite, 1, "0, or NaN where something that a layer of whole numbers read is not finite");
            int largestOld = layers.Max(static layer => layer.Shape.Precision == Precision.Integer ? layer.Shape.StateSize : 0);
            if (largestOld > 0)
            {
                AddScratch(OldState, largestOld, "the old state of the layer that is running, as whole numbers");
            }
        }

        int largestBefore = layers.Max(static layer => LayerStages.Of(layer.Shape, VectorWidth.Scalar).FirstOrDefault(static stage => stage.Kind == StageKind.ResetUpdate)?.Outputs ?? 0);
        if (largestBefore > 0)
        {
            AddScratch(ResetState, largestBefore, "the old state times the reset gate");
            AddScratch(UpdateGate, largestBefore, "the update gate");
        }

        if (layers.Any(static layer => LayerStages.Of(layer.Shape, VectorWidth.Scalar).Any(static stage => stage.Reads(StageSource.GhostsPresent))))
        {
            AddScratch(GhostsPresent, 1, "1 where there are ghosts, 0 before the first step");
        }

        if (alternates)
        {
            AddScratch(Direction, 1, "1 where the next step goes through the panels backward, else 0");
        }

        if (sums > 0)
        {
            // They begin at the first cache line of their place, wherever the array begins.
            AddScratch(Sums, sums + PanelPolicy.CacheLine, "the sums of the stage that is running, where it leaves out blocks of zeros");
        }

        if (panelSums > 0)
        {
            AddScratch(PanelSums, panelSums, "the complete sums of the panel that is running, with vectors of 128 bits");
        }

        IEnumerable<StageInput> byteSources = layers.SelectMany(static layer => LayerStages.Of(layer.Shape, VectorWidth.Scalar)).SelectMany(static stage => stage.Inputs)
            .Where(static input => input.HasBytes);
        foreach (IGrouping<StageSource, StageInput> source in byteSources.GroupBy(static input => input.Source))
        {
            AddScratch(Bytes(source.Key), FirstByte + source.Max(static input => input.Form == WeightForm.Int8 ? input.Rows : 2 * input.Rows), $"a source as whole numbers ({source.Key}): what one unit stands for, then, a cache line further, the elements");
        }

        foreach ((LayerShape shape, string identifier) in layers.Where(static layer => layer.Shape.StateSize == 0))
        {
            AddScratch(OutputName(shape, identifier), shape.OutputSize, $"what layer '{shape.Name}' writes");
        }

        (LayerShape last, string lastIdentifier) = layers[layers.Count - 1];
        Place output = places.First(place => place.Name == OutputName(last, lastIdentifier));
        return new(new(places), stateLength, PanelPolicy.Align(offset + Slack)) { Output = output };
    }

    /// <summary>The place of a layer's output.</summary>
    internal static string OutputName(LayerShape shape, string identifier) => identifier + (shape.StateSize > 0 ? "State" : "Output");

    /// <summary>The place of the model's output once a step has run.</summary>
    internal Place Output { get; init; } = Places[0];

    /// <summary>The place of the given name.</summary>
    internal Place this[string name] => Places.First(place => place.Name == name);
}
