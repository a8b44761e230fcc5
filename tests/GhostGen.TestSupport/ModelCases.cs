using GhostGen.Compiling;

namespace GhostGen.TestSupport;

/// <summary>The table of shapes with weights, and what else than a shape makes a model: the options of its class.</summary>
public static class ModelCases
{
    /// <summary>One shape for each place that an activation is called from.</summary>
    private static readonly string[] FastShapes =
    [
        "gru_1_to_8", "gru_1_to_40", "gru_31_to_17", "gru_5_to_97_before_product", "ghost_13_to_47_ratio_2_after_product", "ghost_64_to_127_ratio_3_before_product",
        "ghost_7_to_48_ratio_2_after_product_cheap_grouped_3_sigmoid", "ghost_15_to_97_ratio_7_3_after_product_cheap_diagonal_1_tanh",
        "dense_13_to_31_tanh", "dense_13_to_31_sigmoid", "stack_all_kinds",
    ];

    /// <summary>All models, in as many assemblies as their weights need: the texts of one may take 16 MB. Names are unique and made of lower-case letters, digits and underscores.</summary>
    public static IReadOnlyList<IReadOnlyList<ModelCase>> Assemblies { get; } =
    [
        [
            .. ModelTable.Shapes.Select(static shape => ModelCase.Of(RandomModels.Manifest(shape))),
            .. FastShapes.Select(static name => new ModelCase("fast_" + name, RandomModels.Manifest(ModelTable.Shape(name)), ActivationAccuracy.Fast)),
        ],
        PrunedCases.All,
        Precise(ModelTable.Shapes.Select(static shape => ModelCase.Of(RandomModels.Manifest(shape))), Precision.BFloat16),
        Precise(PrunedCases.All, Precision.BFloat16),
        Precise(ModelTable.Shapes.Select(static shape => ModelCase.Of(RandomModels.Manifest(shape))), Precision.Int8),
        Precise(ModelTable.Shapes.Select(static shape => ModelCase.Of(RandomModels.Manifest(shape))), Precision.Int8Wide),
        Precise(ModelTable.Shapes.Select(static shape => ModelCase.Of(RandomModels.Manifest(shape))), Precision.Integer),
    ];

    /// <summary>Models with weights of a precision.</summary>
    private static IReadOnlyList<ModelCase> Precise(IEnumerable<ModelCase> models, Precision precision) =>
        [.. models.Select(model => model with { Name = $"{precision.ToString().ToLowerInvariant()}_{model.Name}", Precision = precision })];

    /// <summary>All models.</summary>
    public static IReadOnlyList<ModelCase> All { get; } = [.. Assemblies.SelectMany(static models => models)];
}
