using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Tests.Modeling;

public sealed class ShapeRulesTests
{
    private static readonly GhostGruShape Ghost = new("ghost", 10, 12);
    private static readonly GruShape Gru = new("gru", 10, 12);
    private static readonly DenseShape Dense = new("dense", 10, 12);

    public static TheoryData<LayerShape> Accepted => new()
    {
        Ghost,
        Gru,
        Dense,
        new DenseShape("d", 1, 1),
        new DenseShape("d", ShapeLimits.LargestSize, 1),
        new DenseShape("_", 1, ShapeLimits.LargestSize) { Activation = Activation.Softmax },
        new DenseShape(new string('a', 64), 1, 1),
        Ghost with { Ratio = 1 },
        Ghost with { Ratio = ShapeLimits.LargestRatio },
        Ghost with { Ratio = 1.5, Reset = ResetForm.AfterWholeProduct },
        Ghost with { Cheap = CheapMap.Grouped, Groups = 3 },
        Ghost with { Cheap = CheapMap.Grouped, Groups = 1 },
        Ghost with { Cheap = CheapMap.Diagonal, CheapActivation = Activation.None },
        Gru with { Reset = ResetForm.BeforeProduct, CandidateActivation = Activation.Relu },
        Gru with { InputRange = ShapeLimits.LeastInputRange },
        Dense with { InputRange = ShapeLimits.LargestInputRange },
    };

    /// <summary>A shape, the property at fault, and what the message has to say of it.</summary>
    public static TheoryData<LayerShape, string, string> Refused => new()
    {
        { Dense with { Name = "" }, "Name", "''" },
        { Dense with { Name = "1st" }, "Name", "'1st'" },
        { Dense with { Name = "a.b" }, "Name", "'a.b'" },
        { Dense with { Name = "größe" }, "Name", "'größe'" },
        { Dense with { Name = new string('a', 65) }, "Name", "63" },
        { Dense with { InputSize = 0 }, "InputSize", "input size is 0" },
        { Gru with { InputSize = -1 }, "InputSize", "input size is -1" },
        { Dense with { Units = ShapeLimits.LargestSize + 1 }, "Units", "1048577" },
        { Gru with { Hidden = 0 }, "Hidden", "from 1 to 1048576" },
        { Ghost with { Hidden = int.MaxValue }, "Hidden", "2147483647" },
        { Ghost with { InputRange = 0 }, "InputRange", "is 0; it has to be from 2^-60 to 2^60" },
        { Gru with { InputRange = -1.5f }, "InputRange", "is -1.5;" },
        { Dense with { InputRange = float.NaN }, "InputRange", "is NaN;" },
        { Dense with { InputRange = MathF.BitDecrement(ShapeLimits.LeastInputRange) }, "InputRange", "from 2^-60" },
        { Gru with { InputRange = MathF.BitIncrement(ShapeLimits.LargestInputRange) }, "InputRange", "to 2^60" },
        { Ghost with { Ratio = 0.5 }, "Ratio", "0.5" },
        { Ghost with { Ratio = double.NaN }, "Ratio", "from 1 to" },
        { Ghost with { Ratio = double.PositiveInfinity }, "Ratio", "from 1 to" },
        { Ghost with { Ratio = -2 }, "Ratio", "is -2;" },
        { Ghost with { Cheap = (CheapMap)3 }, "Cheap", "is 3" },
        { Ghost with { Groups = 2 }, "Groups", "only a grouped" },
        { Ghost with { Cheap = CheapMap.Diagonal, Groups = 0 }, "Groups", "only a grouped" },
        { Ghost with { Cheap = CheapMap.Grouped, Groups = 0 }, "Groups", "at least 1" },
        { Ghost with { Cheap = CheapMap.Grouped, Groups = -3 }, "Groups", "-3" },
        { Ghost with { Cheap = CheapMap.Grouped, Groups = 4 }, "Groups", "6 intrinsic states and the 6 ghosts" },
        { Ghost with { Cheap = CheapMap.Grouped, Ratio = 1.5, Groups = 8 }, "Groups", "8 intrinsic states and the 4 ghosts" },
        { Ghost with { CheapActivation = Activation.Softmax }, "CheapActivation", "softmax" },
        { Ghost with { CheapActivation = (Activation)(-1) }, "CheapActivation", "-1" },
        { Ghost with { Reset = (ResetForm)3 }, "Reset", "is 3" },
        { Gru with { Reset = ResetForm.AfterWholeProduct }, "Reset", "no ghosts" },
        { Gru with { Reset = (ResetForm)9 }, "Reset", "is 9" },
        { Gru with { CandidateActivation = Activation.Sigmoid }, "CandidateActivation", "sigmoid" },
        { Dense with { Activation = (Activation)5 }, "Activation", "is 5" },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public void A_layer_within_the_rules_has_no_problem(LayerShape layer) => Assert.Null(ShapeRules.Check(layer));

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_layer_outside_the_rules_names_the_property_and_the_value(LayerShape layer, string option, string words)
    {
        ShapeProblem? problem = ShapeRules.Check(layer);
        Assert.NotNull(problem);
        Assert.Equal(layer.Name, problem.Layer);
        Assert.Equal(option, problem.Option);
        Assert.NotNull(layer.GetType().GetProperty(option));
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_that_breaks_a_rule_makes_its_model_break_it() =>
        Assert.Equal(ShapeRules.Check(Gru with { Hidden = 0 }), Check(Gru with { Hidden = 0 }));

    [Fact]
    public void A_stack_whose_sizes_fit_has_no_problem() =>
        Assert.Null(Check(Ghost, Gru with { InputSize = 12 }, Dense with { InputSize = 12 }));

    [Fact]
    public void A_model_without_layers_is_refused() => Assert.Equal("Layers", Check()?.Option);

    [Fact]
    public void The_most_layers_are_accepted_and_one_more_is_refused()
    {
        LayerShape[] layers = [.. Enumerable.Range(0, ShapeLimits.MostLayers + 1).Select(static i => new DenseShape(LayerName.Default("dense", i), 1, 1))];
        Assert.Null(Check(layers[..^1]));
        ShapeProblem? problem = Check(layers);
        Assert.Equal("Layers", problem?.Option);
        Assert.Contains("257", problem?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_layers_of_one_name_are_refused()
    {
        ShapeProblem? problem = Check(new DenseShape("a", 1, 1), new DenseShape("b", 1, 1), new DenseShape("a", 1, 1));
        Assert.Equal(("a", "Name"), (problem?.Layer, problem?.Option));
    }

    [Fact]
    public void Names_that_differ_in_case_are_distinct() => Assert.Null(Check(new DenseShape("a", 1, 1), new DenseShape("A", 1, 1)));

    [Fact]
    public void A_layer_that_does_not_read_what_the_one_before_writes_is_refused_with_both_numbers()
    {
        ShapeProblem? problem = Check(Gru, Dense with { InputSize = 13 });
        Assert.Equal(("dense", "InputSize"), (problem?.Layer, problem?.Option));
        Assert.Contains("reads 13 values, but layer 'gru' before it writes 12", problem?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_the_largest_sizes_is_refused_for_its_parameters_without_overflow()
    {
        LayerShape[] layers = [.. Enumerable.Range(0, 256).Select(static i => new GhostGruShape(LayerName.Default("g", i), ShapeLimits.LargestSize, ShapeLimits.LargestSize) { Ratio = 1 })];
        ShapeProblem? problem = Check(layers);
        Assert.Equal(("g0", "Parameters"), (problem?.Layer, problem?.Option));
        Assert.Contains("6597076058112", problem?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_count_over_all_layers()
    {
        DenseShape half = new("a", 1 << 13, 1 << 12) { Bias = false };
        DenseShape rest = new("b", 1 << 12, 1 << 13) { Bias = false };
        Assert.Null(Check(half, rest));
        Assert.Equal("b", Check(half, rest with { Bias = true }).Layer);

        static ShapeProblem Check(LayerShape first, LayerShape second) => ShapeRules.Check(new ModelShape("m", new([first, second])))!;
    }

    private static ShapeProblem? Check(params LayerShape[] layers) => ShapeRules.Check(new ModelShape("model", new(layers)));
}
