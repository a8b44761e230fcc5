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
        All gates: 8 outputs
          512 bits: 1 panel of 8 lanes, 3 multiply-adds a row
          256 bits: 1 panel of 8 lanes, 3 multiply-adds a row
          128 bits: 1 panel of 8 lanes, 6 multiply-adds a row
        """,
        Words(new GruShape("gru", 1, 8)));

    [Fact]
    public void Gru_of_128() => Assert.Equal(
        """
        All gates: 128 outputs
          512 bits: 2 panels of 48 lanes and 1 of 32, 9 multiply-adds a row
          256 bits: 4 panels of 24 lanes and 2 of 16, 9 multiply-adds a row
          128 bits: 10 panels of 12 lanes and 1 of 8, 9 multiply-adds a row
        """,
        Words(new GruShape("gru", 40, 128)));

    [Fact]
    public void Keyword_spotter_of_154() => Assert.Equal(
        """
        All gates: 77 outputs
          512 bits: 1 panel of 48 lanes and 1 of 32, 9 multiply-adds a row
          256 bits: 2 panels of 24 lanes and 2 of 16, 9 multiply-adds a row
          128 bits: 6 panels of 12 lanes and 1 of 8, 9 multiply-adds a row
        Ghosts: 77 outputs
          512 bits: 1 panel of 80 lanes, 5 multiply-adds a row
          256 bits: 2 panels of 40 lanes, 5 multiply-adds a row
          128 bits: 2 panels of 28 lanes and 1 of 24, 7 multiply-adds a row
        """,
        Words(new GhostGruShape("ghost", 10, 154)));

    [Fact]
    public void Reset_before_the_product_takes_two_stages() => Assert.Equal(
        """
        Reset and update gates: 24 outputs
          512 bits: 1 panel of 24 lanes, 4 multiply-adds a row
          256 bits: 1 panel of 24 lanes, 6 multiply-adds a row
          128 bits: 2 panels of 12 lanes, 6 multiply-adds a row
        Candidate: 24 outputs
          512 bits: 1 panel of 24 lanes, 2 multiply-adds a row
          256 bits: 1 panel of 24 lanes, 3 multiply-adds a row
          128 bits: 1 panel of 24 lanes, 6 multiply-adds a row
        """,
        Words(new GruShape("gru", 24, 24) { Reset = ResetForm.BeforeProduct }));

    [Theory]
    [InlineData(1, 16, "4")]
    [InlineData(4, 16, "4")]
    [InlineData(5, 16, "8")]
    [InlineData(8, 16, "8")]
    [InlineData(9, 16, "16")]
    [InlineData(20, 16, "16 4")]
    [InlineData(31, 16, "16 16")]
    [InlineData(64, 16, "16 16 | 16 16")]
    [InlineData(65, 16, "16 16 16 | 16 4")]
    [InlineData(20, 8, "8 8 4")]
    [InlineData(32, 8, "8 8 | 8 8")]
    [InlineData(13, 4, "4 4 | 4 4")]
    [InlineData(3, 1, "1 | 1 | 1")]
    public void Panels_of_all_gates_are_as_equal_as_whole_vectors_allow(int outputs, int lanes, string expected) => Assert.Equal(
        expected,
        string.Join(" | ", PanelPolicy.Panels(outputs, 4, VectorWidth.All.Single(width => width.Lanes == lanes), weights: 0)
            .Select(static panel => string.Join(" ", panel.Bands.Select(static band => band.Lanes)))));

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
    public void Every_panel_fits_the_registers_and_no_load_straddles_a_cache_line(string name)
    {
        foreach (WidthPlan width in Planner.Plan(Shapes.Of(name), hasWeights: true).Widths)
        {
            int registers = width.Width.Lanes == 16 ? 32 : 16;
            foreach (StageLayout layout in width.Layers.SelectMany(static layer => layer.Stages).Select(static stage => stage.Layout))
            {
                foreach (PanelLayout panel in layout.Panels)
                {
                    Assert.True(panel.Bands.Count * layout.Accumulators.Count <= registers - 2);
                    foreach (Sequence<Accumulator> row in layout.Inputs.Select(static input => input.Accumulators).Append(layout.Accumulators))
                    {
                        Assert.Equal(0, panel.RowStride(row.Count) % panel.Bands[0].Lanes);
                        Assert.All(panel.Bands, band => Assert.Equal(0, band.OffsetInRow(0, row.Count) % band.Lanes));
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shapes.Table), MemberType = typeof(Shapes))]
    public void Weights_follow_each_other_without_gaps_on_cache_lines(string name)
    {
        KernelPlan plan = Planner.Plan(Shapes.Of(name), hasWeights: true);
        foreach (WidthPlan width in plan.Widths)
        {
            int position = 0;
            foreach (LayerPlan layer in width.Layers)
            {
                Assert.Equal(position, layer.WeightOffset);
                foreach (StagePlan stage in layer.Stages)
                {
                    Assert.Equal(position, layer.WeightOffset + stage.WeightOffset);
                    Assert.True(width.Width == VectorWidth.Scalar || position % PanelPolicy.CacheLine == 0);
                    position += stage.Layout.FloatCount;
                }
            }

            Assert.Equal(position, width.WeightCount);
        }

        Assert.Equal(plan.Shape.Parameters <= Planner.MostReadableNumbers ? LiteralForm.Numbers : LiteralForm.Text, plan.Literal);
        Assert.Equal(LiteralForm.None, Planner.Plan(plan.Shape, hasWeights: false).Literal);
    }

    [Theory]
    [InlineData("8", "8")]
    [InlineData("40", "40")]
    [InlineData("128", "")]
    [InlineData("7", "7")]
    [InlineData("8,7", "8 7")]
    [InlineData("7,8", "8")]
    [InlineData("64,8", "8")]
    public void A_state_is_written_in_place_where_one_panel_writes_it_and_meets_no_other_state(string hidden, string inPlace)
    {
        int[] sizes = [.. hidden.Split(',').Select(static size => int.Parse(size, System.Globalization.CultureInfo.InvariantCulture))];
        LayerShape[] layers = [.. sizes.Select((size, i) => new GruShape($"gru{i}", i == 0 ? 1 : sizes[i - 1], size))];
        WidthPlan plan = Planner.Plan(Models.Shape("a", layers), hasWeights: true).Widths[0];
        Assert.Equal(inPlace, string.Join(" ", plan.Layers.Where(static layer => layer.InPlace).Select(static layer => layer.Shape.OutputSize)));
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
            Assert.Equal(0, place.Offset % PanelPolicy.CacheLine);
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

    private static IEnumerable<StagePlan> Stages(string name) =>
        Planner.Plan(Shapes.Of(name), hasWeights: true).Widths.SelectMany(static width => width.Layers).SelectMany(static layer => layer.Stages);

    private static string Words(LayerShape layer)
    {
        WidthPlan[] widths = [.. Planner.Plan(Models.Shape("a", layer), hasWeights: true).Widths.Take(3)];
        return string.Join("\n", Enumerable.Range(0, widths[0].Layers[0].Stages.Count).SelectMany(stage =>
        {
            string outputs = PlanText.Outputs(widths[0].Layers[0].Stages[stage].Layout);
            return (IEnumerable<string>)
            [
                char.ToUpperInvariant(outputs[0]) + outputs[1..],
                .. widths.Select(width => $"  {width.Width.Bits} bits: {PlanText.Panels(width.Layers[0].Stages[stage].Layout)}"),
            ];
        }));
    }
}
