using GhostGen.Modeling;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Tests.Reference;

/// <summary>The table that other proofs rest on is itself complete.</summary>
public sealed class ModelTableTests
{
    private static readonly IReadOnlyList<LayerShape> Layers = [.. ModelTable.Shapes.SelectMany(static shape => shape.Layers)];

    [Fact]
    public void There_are_at_least_sixty_shapes_with_different_names()
    {
        Assert.True(ModelTable.Shapes.Count >= 60);
        Assert.Equal(ModelTable.Shapes.Count, ModelTable.Shapes.Select(static shape => shape.Name).Distinct().Count());
    }

    [Fact]
    public void Every_layer_reads_what_the_one_before_it_writes()
    {
        foreach (ModelShape shape in ModelTable.Shapes)
        {
            for (int i = 1; i < shape.Layers.Count; i++)
            {
                Assert.Equal(shape.Layers[i - 1].OutputSize, shape.Layers[i].InputSize);
            }
        }
    }

    [Fact]
    public void Groups_divide_both_sizes()
    {
        foreach (GhostGruShape ghost in Layers.OfType<GhostGruShape>())
        {
            Assert.True(ShapeLimits.AreGroups(ghost.Groups, ghost.Intrinsic, ghost.Ghosts), ghost.ToString());
        }
    }

    [Fact]
    public void Every_edge_size_is_both_an_input_and_an_output()
    {
        int[] sizes = [1, 2, 3, 5, 7, 8, 13, 15, 16, 17, 31, 33, 47, 48, 64, 97, 127, 154, 257, 400];
        Assert.Empty(sizes.Except(Layers.Select(static layer => layer.InputSize)));
        Assert.Empty(sizes.Except(Layers.Select(static layer => layer.OutputSize)));
    }

    [Fact]
    public void Every_variant_is_there()
    {
        GhostGruShape[] ghosts = [.. Layers.OfType<GhostGruShape>()];
        var wanted =
            from cheap in Enum.GetValues<CheapMap>()
            from activation in (Activation[])[Activation.None, Activation.Relu, Activation.Sigmoid, Activation.Tanh]
            from bias in (bool[])[true, false]
            select (cheap, activation, bias);
        Assert.Empty(wanted.Except(ghosts.Select(static ghost => (ghost.Cheap, ghost.CheapActivation, ghost.CheapBias))));

        var ratios =
            from ratio in (double[])[1, 1.5, 2, 3, 4, 7.3]
            from reset in Enum.GetValues<ResetForm>()
            select (ratio, reset);
        Assert.Empty(ratios.Except(ghosts.Select(static ghost => (ghost.Ratio, ghost.Reset))));

        var plain =
            from reset in (ResetForm[])[ResetForm.AfterProduct, ResetForm.BeforeProduct]
            from activation in (Activation[])[Activation.Tanh, Activation.Relu]
            select (reset, activation);
        Assert.Empty(plain.Except(Layers.OfType<GruShape>().Select(static gru => (gru.Reset, gru.CandidateActivation))));

        var dense =
            from activation in Enum.GetValues<Activation>()
            from bias in (bool[])[true, false]
            select (activation, bias);
        Assert.Empty(dense.Except(Layers.OfType<DenseShape>().Select(static layer => (layer.Activation, layer.Bias))));
    }
}
