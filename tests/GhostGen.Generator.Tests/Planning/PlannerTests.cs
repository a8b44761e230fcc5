using GhostGen.Generator.Emission;
using GhostGen.Generator.Planning;
using GhostGen.Generator.Tests.Support;
using GhostGen.Modeling;
using GhostGen.Packing;
using Xunit;

namespace GhostGen.Generator.Tests.Planning;

/// <summary>What is decided for models that people run, in the words of the generated file's header, and what holds for every model.</summary>
public sealed class PlannerTests
{
    [Fact]
    public void Guitar_amp_of_8() => Assert.Equal(
        """
        All gates: 8 outputs as 1 panel of 8 lanes.
          512 bits: 1 pass a panel, 3 multiply-adds a row
          256 bits: 1 pass a panel, 3 multiply-adds a row
          128 bits: 1 pass a panel, 6 multiply-adds a row
        """,
        Words(new GruShape("gru", 1, 8)));

    [Fact]
    public void Gru_of_128() => Assert.Equal(
        """
        All gates: 128 outputs as 2 panels of 48 lanes and 1 of 32.
          512 bits: 1 pass a panel, 9 multiply-adds a row
          256 bits: 2 passes a panel, 12 multiply-adds a row
          128 bits: 3 passes a panel, 12 multiply-adds a row
        """,
        Words(new GruShape("gru", 40, 128)));

    [Fact]
    public void Keyword_spotter_of_154() => Assert.Equal(
        """
        All gates: 77 outputs as 1 panel of 48 lanes and 1 of 32.
          512 bits: 1 pass a panel, 9 multiply-adds a row
          256 bits: 2 passes a panel, 12 multiply-adds a row
          128 bits: 3 passes a panel, 12 multiply-adds a row
        Ghosts: 77 outputs as 1 panel of 80 lanes.
          512 bits: 1 pass a panel, 5 multiply-adds a row
          256 bits: 1 pass a panel, 10 multiply-adds a row
          128 bits: 2 passes a panel, 12 multiply-adds a row
        """,
        Words(new GhostGruShape("ghost", 10, 154)));

    [Fact]
    public void Speech_enhancer_of_400() => Assert.Equal(
        """
        All gates: 200 outputs as 3 panels of 48 lanes and 1 of 56.
          512 bits: 1 pass a panel, 12 multiply-adds a row
          256 bits: 2 passes a panel, 12 multiply-adds a row
          128 bits: 4 passes a panel, 12 multiply-adds a row
        Ghosts: 200 outputs as 1 panel of 144 lanes and 1 of 56.
          512 bits: 1 pass a panel, 9 multiply-adds a row
          256 bits: 2 passes a panel, 12 multiply-adds a row
          128 bits: 3 passes a panel, 12 multiply-adds a row
        """,
        Words(new GhostGruShape("ghost", 400, 400)));

    [Fact]
    public void Reset_before_the_product_takes_two_stages() => Assert.Equal(
        """
        Reset and update gates: 24 outputs as 1 panel of 24 lanes.
          512 bits: 1 pass a panel, 4 multiply-adds a row
          256 bits: 1 pass a panel, 6 multiply-adds a row
          128 bits: 1 pass a panel, 12 multiply-adds a row
        Candidate: 24 outputs as 1 panel of 24 lanes.
          512 bits: 1 pass a panel, 2 multiply-adds a row
          256 bits: 1 pass a panel, 3 multiply-adds a row
          128 bits: 1 pass a panel, 6 multiply-adds a row
        """,
        Words(new GruShape("gru", 24, 24) { Reset = ResetForm.BeforeProduct }));

    [Theory]
    [InlineData(1, "4")]
    [InlineData(4, "4")]
    [InlineData(5, "8")]
    [InlineData(12, "8 4")]
    [InlineData(13, "16")]
    [InlineData(20, "16 4")]
    [InlineData(31, "16 16")]
    [InlineData(64, "16 16 16 16")]
    [InlineData(65, "16 16 16 | 16 4")]
    public void Panels_of_three_gates_are_cut_into_bands(int outputs, string expected) => Assert.Equal(
        expected,
        string.Join(" | ", PanelPolicy.Panels(outputs, 3).Select(static panel => string.Join(" ", panel.Bands.Select(static band => band.Lanes)))));

    [Theory]
    [MemberData(nameof(Shapes.Table), MemberType = typeof(Shapes))]
    public void Every_output_is_in_exactly_one_panel(string name)
    {
        foreach (StageLayout layout in Stages(name).Select(static stage => stage.Layout).Where(static layout => layout.Kind != StageKind.DiagonalCheap))
        {
            int next = 0;
            foreach (PanelLayout panel in layout.Panels)
            {
                Assert.Equal(next, panel.FirstOutput);
                Assert.InRange(panel.Outputs, 1, panel.Lanes);
                Assert.Equal(panel.Lanes, panel.Bands.Sum(static band => band.Lanes));
                next += panel.Outputs;
            }

            Assert.Equal(layout.Outputs, next);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes.Table), MemberType = typeof(Shapes))]
    public void Every_lane_of_a_panel_is_in_exactly_one_pass_that_fits_the_registers(string name)
    {
        foreach (StagePlan stage in Stages(name))
        {
            foreach (PanelLayout panel in stage.Layout.Panels)
            {
                foreach (VectorWidth width in VectorWidth.All)
                {
                    int next = 0;
                    foreach (PassPlan pass in stage.Passes(panel, width))
                    {
                        Assert.Equal(next, pass.FirstLane);
                        next += pass.Lanes;

                        // A single band may exceed the budget, because it cannot be divided.
                        Assert.True(pass.Bands.Count == 1 || pass.Vectors * stage.RowAccumulators <= width.AccumulatorBudget);
                        if (width != VectorWidth.Scalar)
                        {
                            Assert.Equal(Register.Of(pass, width).Count, pass.Vectors);
                            Assert.Equal(Enumerable.Range(0, pass.Lanes), Register.Of(pass, width).SelectMany(static register => Enumerable.Range(register.Lane, register.Lanes)));
                        }
                    }

                    Assert.Equal(panel.Lanes, next);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shapes.Table), MemberType = typeof(Shapes))]
    public void Weights_follow_each_other_without_gaps_on_cache_lines(string name)
    {
        KernelPlan plan = Planner.Plan(Shapes.Of(name), hasWeights: true);
        int position = 0;
        foreach (LayerPlan layer in plan.Layers)
        {
            Assert.Equal(position, layer.WeightOffset);
            foreach (StagePlan stage in layer.Stages)
            {
                Assert.Equal(position, layer.WeightOffset + stage.WeightOffset);
                Assert.Equal(0, position % PanelPolicy.RowAlignment);
                position += stage.Layout.FloatCount;
            }
        }

        Assert.Equal(position, plan.WeightCount);
        Assert.Equal(WeightPacker.FloatCount(plan.Shape), plan.WeightCount);
        Assert.Equal(position <= Planner.MostReadableNumbers ? LiteralForm.Numbers : LiteralForm.Text, plan.Literal);
        Assert.Equal(LiteralForm.None, Planner.Plan(plan.Shape, hasWeights: false).Literal);
    }

    [Theory]
    [MemberData(nameof(Shapes.Table), MemberType = typeof(Shapes))]
    public void Places_do_not_overlap_and_leave_room_for_a_vector(string name)
    {
        MemoryPlan memory = Planner.Plan(Shapes.Of(name), hasWeights: true).Memory;
        Assert.Equal(memory.Places.Count, memory.Places.Select(static place => place.Name).Distinct().Count());
        Place[] states = [.. memory.Places.TakeWhile(static place => place.Name.EndsWith("State", StringComparison.Ordinal) && place.Name is not (MemoryPlan.NewState or MemoryPlan.ResetState))];
        Place[] scratch = [.. memory.Places.Skip(states.Length)];
        int next = 0;
        foreach (Place state in states)
        {
            Assert.Equal(next, state.Offset);
            next += state.Length;
        }

        Assert.Equal(Shapes.Of(name).StateSize, next);
        foreach (Place place in scratch)
        {
            Assert.Equal(0, place.Offset % PanelPolicy.RowAlignment);
            Assert.True(place.Offset >= next + MemoryPlan.Slack);
            next = place.Offset + place.Length;
        }

        Assert.True(memory.Length >= next + MemoryPlan.Slack);
    }

    [Theory]
    [MemberData(nameof(Shapes.Table), MemberType = typeof(Shapes))]
    public void The_same_shape_gives_an_equal_plan(string name)
    {
        KernelPlan plan = Planner.Plan(Shapes.Of(name), hasWeights: true);
        Assert.Equal(plan, Planner.Plan(Shapes.Of(name), hasWeights: true));
        Assert.NotEqual(plan, Planner.Plan(Shapes.Of(name), hasWeights: false));
    }

    private static IEnumerable<StagePlan> Stages(string name) => Planner.Plan(Shapes.Of(name), hasWeights: true).Layers.SelectMany(static layer => layer.Stages);

    private static string Words(LayerShape layer) => string.Join("\n", Planner.Plan(Models.Shape("a", layer), hasWeights: true).Layers[0].Stages.SelectMany(static stage =>
        (IEnumerable<string>)[PlanText.Stage(stage), .. VectorWidth.All.Take(3).Select(width => $"  {width.Bits} bits: {PlanText.Passes(stage, width)}")]));
}
