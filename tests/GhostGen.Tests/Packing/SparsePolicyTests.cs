using GhostGen.Kernels;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Packing;
using GhostGen.Quantization;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Tests.Packing;

/// <summary>When blocks of zeros are left out, and when a stage is stored whole.</summary>
public sealed class SparsePolicyTests
{
    private static readonly GruShape Gru = new("layer", 64, 64);

    public static TheoryData<int> Lanes => new(VectorWidth.All.Select(static width => width.Lanes));

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Most_blocks_zero_are_left_out_and_no_zeros_store_everything(int lanes)
    {
        Assert.NotNull(Choose(Gru, lanes, static manifest => PrunedModels.Blocks(manifest, 16, 16, 0.7)));
        Assert.Null(Choose(Gru, lanes, static manifest => manifest));
    }

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Blocks_are_left_out_up_to_a_share(int lanes)
    {
        // Columns are left out as such, so that the share of the columns is that of the weights, but for table and biases.
        const int Columns = 800;
        int most = (int)(Columns * SparsePolicy.MostShare);
        var layer = new DenseShape("layer", Columns, 64);
        Assert.NotNull(Choose(layer, lanes, manifest => PrunedModels.Weights(manifest, (_, _, column) => column >= most * 8 / 10)));
        Assert.Null(Choose(layer, lanes, manifest => PrunedModels.Weights(manifest, (_, _, column) => column > most)));
    }

    [Fact]
    public void A_small_stage_is_stored_whole()
    {
        var least = new DenseShape("layer", (SparsePolicy.FewestFloats / 16) - 1, 16);
        Assert.Equal(SparsePolicy.FewestFloats, LayerStages.FloatCount(least, VectorWidth.Vector512));
        Assert.NotNull(Choose(least, 16, static manifest => PrunedModels.Weights(manifest, static (_, _, _) => true)));
        Assert.Null(Choose(least with { InputSize = least.InputSize - 1 }, 16, static manifest => PrunedModels.Weights(manifest, static (_, _, _) => true)));
    }

    [Fact]
    public void A_sum_that_starts_at_minus_zero_is_stored_whole()
    {
        var layer = new DenseShape("layer", 64, 64);
        Assert.Null(Choose(layer, 16, static manifest => WithBias(manifest, -0f)));
        Assert.NotNull(Choose(layer, 16, static manifest => WithBias(manifest, 0f)));
    }

    [Fact]
    public void The_groups_of_a_cheap_map_are_stored_whole()
    {
        var layer = new GhostGruShape("layer", 64, 256) { Cheap = CheapMap.Grouped, Groups = 2 };
        LayerWeights weights = SparseStages.Weights(layer, static (_, _, _) => true);
        StageLayout[] stages = LayerStages.Of(layer, VectorWidth.Vector512, weights);
        Assert.True(stages[1].FloatCount > SparsePolicy.FewestFloats);
        Assert.NotNull(stages[0].Sparse);
        Assert.Null(stages[1].Sparse);
    }

    [Fact]
    public void A_stage_of_bytes_is_stored_whole_even_where_its_first_source_has_too_many_columns_for_them()
    {
        var layer = new GruShape("layer", TensorParts.MostColumns(Precision.Int8Wide) + 1, 16);
        Assert.NotNull(Choose(layer, 16, static manifest => PrunedModels.Blocks(manifest, 16, 16, 0.7)));
        layer = layer with { Precision = Precision.Int8Wide };
        Assert.Equal([false, true], LayerStages.Of(layer, VectorWidth.Vector512)[0].Inputs.Select(static input => input.HasBytes));
        Assert.Null(Choose(layer, 16, static manifest => PrunedModels.Blocks(manifest, 16, 16, 0.7)));
    }

    [Fact]
    public void Other_weights_in_the_same_blocks_have_an_equal_layout()
    {
        StageLayout first = Pruned(seed: 1, zeros: 0.7);
        Assert.Equal(first, Pruned(seed: 2, zeros: 0.7));
        Assert.Equal(first.GetHashCode(), Pruned(seed: 2, zeros: 0.7).GetHashCode());
        Assert.NotEqual(first, Pruned(seed: 1, zeros: 0.6));

        static StageLayout Pruned(ulong seed, double zeros) =>
            LayerStages.Of(Gru, VectorWidth.Vector512, SparseStages.Weights(Gru, manifest => PrunedModels.Blocks(manifest, 16, 16, zeros), seed))[0];
    }

    [Fact]
    public void Weights_that_are_loaded_are_stored_whole()
    {
        ModelManifest pruned = PrunedModels.Blocks(RandomModels.Manifest(new("model", new([Gru]))), 16, 16, 0.7);
        Assert.Equal(PackedWeights.Describe(pruned.Shape).WeightBytes, PackedWeights.Pack(pruned).Count * (long)sizeof(float));
    }

    private static SparseLayout? Choose(LayerShape layer, int lanes, Func<ModelManifest, ModelManifest> change)
    {
        VectorWidth width = VectorWidth.All.Single(width => width.Lanes == lanes);
        return SparsePolicy.Choose(LayerStages.Of(layer, width)[0], SparseStages.Weights(layer, change));
    }

    private static ModelManifest WithBias(ModelManifest manifest, float value)
    {
        ModelManifest pruned = PrunedModels.Blocks(manifest, 16, 16, 0.7);
        LayerShape layer = pruned.Shape.Layers[0];
        var tensors = layer.Tensors.ToDictionary(tensor => $"{layer.Name}.{tensor.Name}", tensor => pruned.Tensor(layer, tensor.Name));
        tensors[$"{layer.Name}.{TensorNames.Bias}"][^1] = value;
        return new(pruned.Shape, tensors);
    }
}
