using GhostGen.Folding;
using GhostGen.Kernels;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Reference;
using GhostGen.TestSupport;
using GhostGen.Tests.Reference;
using Xunit;

namespace GhostGen.Tests.Folding;

/// <summary>Linear ghosts are folded where that saves multiply-adds, into the weights that the equations give.</summary>
public sealed class GhostFoldingTests
{
    private static readonly GhostGruShape Linear = new("ghost", 3, 12) { CheapActivation = Activation.None };

    public static TheoryData<CheapMap, ResetForm, bool> Forms
    {
        get
        {
            var forms = new TheoryData<CheapMap, ResetForm, bool>();
            foreach (CheapMap map in Enum.GetValues<CheapMap>())
            {
                foreach (ResetForm reset in Enum.GetValues<ResetForm>())
                {
                    forms.Add(map, reset, true);
                    forms.Add(map, reset, false);
                }
            }

            return forms;
        }
    }

    [Theory]
    [InlineData(12, 1, ResetForm.AfterProduct, false, false)]
    [InlineData(12, 2, ResetForm.AfterProduct, true, true)]
    [InlineData(2, 2, ResetForm.AfterProduct, true, false)]
    [InlineData(2, 2, ResetForm.AfterProduct, false, true)]
    [InlineData(2, 2, ResetForm.AfterWholeProduct, true, false)]
    [InlineData(3, 3, ResetForm.AfterWholeProduct, true, true)]
    [InlineData(120, 1.33, ResetForm.AfterProduct, false, false)]
    [InlineData(120, 1.36, ResetForm.AfterProduct, false, true)]
    [InlineData(120, 1.33, ResetForm.BeforeProduct, false, false)]
    [InlineData(120, 1.05, ResetForm.AfterWholeProduct, true, true)]
    public void Ghosts_are_folded_where_that_saves_multiply_adds(int hidden, double ratio, ResetForm reset, bool bias, bool expected)
    {
        GhostGruShape layer = Linear with { Hidden = hidden, Ratio = ratio, Reset = reset, CheapBias = bias };
        Assert.Equal(expected, GhostFolding.Applies(layer));
        Assert.False(GhostFolding.Applies(layer with { CheapActivation = Activation.Relu }));
        var model = new ModelShape("x", new([layer]));
        Assert.True(expected ? FoldedTensors.MultiplyAdds(model) < model.MultiplyAdds : FoldedTensors.MultiplyAdds(model) == model.MultiplyAdds);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Folded_weights_are_those_of_the_equations_in_double_precision(CheapMap map, ResetForm reset, bool bias)
    {
        GhostGruShape layer = Linear with { Ratio = 3, Cheap = map, Groups = map == CheapMap.Grouped ? 2 : 1, Reset = reset, CheapBias = bias };
        ModelManifest manifest = RandomModels.Manifest(new("x", new([layer])));
        FoldedLayer folded = manifest.Folded(layer);
        (int s, int m, int n) = (layer.Intrinsic, layer.Ghosts, layer.Hidden);
        Assert.Equal((4, 8), (s, m));
        float[] u = manifest.Tensor(layer, TensorNames.WeightHidden);
        double[,] cheap = Matrix(layer, manifest.Tensor(layer, TensorNames.WeightCheap));
        bool isWhole = reset == ResetForm.AfterWholeProduct;
        for (int row = 0; row < 3 * s; row++)
        {
            bool isApart = row >= 2 * s && !isWhole;
            for (int column = 0; column < s; column++)
            {
                double sum = isApart ? 0 : u[(row * n) + column];
                double constant = 0;
                for (int ghost = 0; ghost < m; ghost++)
                {
                    double weight = u[(row * n) + s + ghost];
                    sum += weight * cheap[ghost, column];
                    constant += bias ? weight * manifest.Tensor(layer, TensorNames.BiasCheap)[ghost] : 0;
                }

                Assert.Equal(isApart ? u[(row * n) + column] : (float)sum, folded[TensorNames.WeightHidden][(row * s) + column]);
                if (isApart)
                {
                    Assert.Equal((float)sum, folded[FoldedNames.WeightGhostCandidate][((row - (2 * s)) * s) + column]);
                }

                if (bias)
                {
                    Assert.Equal((float)constant, folded[FoldedNames.BiasGhosts][row]);
                }
            }
        }

        Assert.Equal(folded.Tensors.Select(static tensor => tensor.Count), folded.Tensors.Select(tensor => folded[tensor.Name].LongLength));
        Assert.Equal((!isWhole, bias), (folded.Find(FoldedNames.WeightGhostCandidate) is not null, folded.Find(FoldedNames.BiasGhosts) is not null));
        Assert.Same(manifest.Tensor(layer, TensorNames.WeightCheap), folded[TensorNames.WeightCheap]);
    }

    [Theory]
    [InlineData(ResetForm.AfterProduct)]
    [InlineData(ResetForm.AfterWholeProduct)]
    [InlineData(ResetForm.BeforeProduct)]
    public void The_ghosts_bias_counts_from_the_second_step_on_even_where_the_intrinsic_states_are_zero(ResetForm reset)
    {
        // Without any bias of their own the intrinsic states are zero after the first step; what the second step sees are the ghosts' biases.
        GhostGruShape layer = Linear with { Reset = reset };
        var manifest = new ModelManifest(new("x", new([layer])), layer.Tensors.ToDictionary(
            static tensor => $"ghost.{tensor.Name}",
            static tensor => tensor.Name is TensorNames.WeightHidden or TensorNames.BiasCheap ? Enumerable.Repeat(0.25f, (int)tensor.Count).ToArray() : new float[tensor.Count]));
        double[] exact = SingleAgainstDoubleTests.Exact(manifest, new float[4 * 3]);
        Assert.Equal(0, exact[0]);
        Assert.True(exact[12] > 0.05);
        foreach (string runtime in Models.Runtimes)
        {
            IStreamingModel model = Models.Create(runtime, manifest);
            float[] outputs = Models.Run(model, new float[4 * 3]);
            SingleAgainstDoubleTests.AssertWithin(manifest.Shape, exact, outputs);
            model.Reset();
            Models.AssertSameBits(outputs, Models.Run(model, new float[4 * 3]));
        }
    }

    [Fact]
    public void Products_beyond_single_precision_are_held_at_its_end()
    {
        ModelManifest small = RandomModels.Manifest(new("x", new([Linear])));
        var manifest = new ModelManifest(small.Shape, Linear.Tensors.ToDictionary(
            static tensor => $"ghost.{tensor.Name}",
            tensor => Array.ConvertAll(small.Tensor(Linear, tensor.Name), static value => value * 1e30f)));
        FoldedLayer folded = manifest.Folded(Linear);
        Assert.Contains(float.MaxValue, folded[TensorNames.WeightHidden]);
        Assert.Contains(-float.MaxValue, folded[FoldedNames.BiasGhosts]);
        Assert.All(folded.Tensors, tensor => Assert.All(folded[tensor.Name], static value => Assert.True(float.IsFinite(value))));
        Assert.All(Models.Run(new ReferenceModel(manifest), [1, 2, 3])[..6], static value => Assert.InRange(value, -1f, 1f));
    }

    [Theory]
    [InlineData(0, -0f, 0f, -0f)]
    [InlineData(1, 1e-45f, 0f, 0f)]
    [InlineData(1, 0f, 0f, -1f)]
    [InlineData(1, 0f, float.NaN, 0f)]
    public void There_are_ghosts_where_any_of_the_state_is_not_zero(float expected, params float[] state) =>
        Assert.Equal(expected, GhostState.Present(ref state[0], state.Length));

    private static double[,] Matrix(GhostGruShape layer, float[] weights)
    {
        var matrix = new double[layer.Ghosts, layer.Intrinsic];
        int perGroup = layer.Intrinsic / layer.Groups;
        for (int ghost = 0; ghost < layer.Ghosts; ghost++)
        {
            if (layer.Cheap == CheapMap.Diagonal)
            {
                matrix[ghost, ghost % layer.Intrinsic] = weights[ghost];
                continue;
            }

            for (int column = 0; column < perGroup; column++)
            {
                matrix[ghost, (ghost * layer.Groups / layer.Ghosts * perGroup) + column] = weights[(ghost * perGroup) + column];
            }
        }

        return matrix;
    }
}
