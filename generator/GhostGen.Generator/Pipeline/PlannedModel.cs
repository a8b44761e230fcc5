using GhostGen.Generator.Emission;
using GhostGen.Generator.Parsing;
using GhostGen.Generator.Planning;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Generator.Pipeline;

/// <summary>A model and its plan, divided as its two files are: new weights for the same shape leave the step's file as it is.</summary>
/// <param name="Step">What the step's file is written from.</param>
/// <param name="Weights">What the file of weights is written from; <see langword="null"/> where weights are loaded at run time.</param>
internal sealed record PlannedModel(StepSource Step, WeightsSource? Weights)
{
    /// <summary>Plans a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="names">What <see cref="HintNames.Of"/> says for all classes of the project.</param>
    internal static PlannedModel Of(ModelSpec model, IEnumerable<string> names)
    {
        LayerWeights[]? weights = model.Manifest is { } manifest ? [.. model.Shape.Layers.Select(layer => new LayerWeights(manifest, layer))] : null;
        KernelPlan plan = Planner.Plan(model.Shape, model.File is not null, model.Options with { InputFolding = InputFolding(model.Manifest?.Normalization) }, weights);
        string hintName = HintNames.Distinct(HintNames.Of(model.Class), names);
        return new(
            new(model.Class, plan, model.Manifest?.Labels ?? new([]), hintName),
            model.File is { } file ? new(model.Class, plan, file, hintName) : null);
    }

    private static string? InputFolding(InputNormalization? normalization) => normalization switch
    {
        null => null,
        { Scale: null } => "mean",
        { Mean: null } => "scale",
        _ => "mean and scale",
    };
}

/// <summary>What a step's file is written from.</summary>
/// <param name="Class">The user's class.</param>
/// <param name="Plan">How it computes.</param>
/// <param name="Labels">The names of its outputs, or none.</param>
/// <param name="HintName">The beginning of the file's name.</param>
internal sealed record StepSource(UserClass Class, KernelPlan Plan, Sequence<string> Labels, string HintName);

/// <summary>What a file of weights is written from.</summary>
/// <param name="Class">The user's class.</param>
/// <param name="Plan">How the weights lie in memory.</param>
/// <param name="File">The weights; equal when their hash is.</param>
/// <param name="HintName">The beginning of the file's name.</param>
internal sealed record WeightsSource(UserClass Class, KernelPlan Plan, ModelFileSpec File, string HintName);
