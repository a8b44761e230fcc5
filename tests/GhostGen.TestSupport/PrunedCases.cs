using GhostGen.Compiling;
using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.TestSupport;

/// <summary>
/// Models whose weights are partly zero: blocks of every size that matters to a vector width, whole rows, columns and gates, and everything;
/// in each layer kind with each reset form, in sizes that fill no vector.
/// </summary>
public static class PrunedCases
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ModelCase> All { get; } = [.. Blocks(), .. Patterns(), .. Signs()];

    private static IEnumerable<ModelCase> Blocks()
    {
        yield return Blocks("gru_16x16", new GruShape("gru", 97, 127), 16, 16, 0.7);
        yield return Blocks("gru_8x8", new GruShape("gru", 64, 80), 8, 8, 0.7);
        yield return Blocks("gru_4x1", new GruShape("gru", 33, 47), 4, 1, 0.9);
        yield return Blocks("gru_relu_16x16", new GruShape("gru", 90, 48) { CandidateActivation = Activation.Relu }, 16, 16, 0.7);
        yield return Blocks("gru_before_product_16x16", new GruShape("gru", 50, 97) { Reset = ResetForm.BeforeProduct }, 16, 16, 0.7);
        yield return Blocks("gru_one_vector_16x16", new GruShape("gru", 150, 16), 16, 16, 0.7);
        yield return Blocks("gru_half_a_vector_8x8", new GruShape("gru", 300, 7), 8, 8, 0.7);
        yield return Blocks("gru_three_inputs_16x16", new GruShape("gru", 3, 64), 16, 16, 0.8);
        foreach (ResetForm reset in Enum.GetValues<ResetForm>())
        {
            string name = reset.ToString().ToLowerInvariant();
            yield return Blocks($"ghost_{name}_16x16", new GhostGruShape("ghost", 40, 154) { Reset = reset }, 16, 16, 0.7);
            yield return Blocks($"ghost_{name}_4x1", new GhostGruShape("ghost", 13, 94) { Reset = reset }, 4, 1, 0.95);
            yield return Blocks($"ghost_{name}_linear_16x16", new GhostGruShape("ghost", 33, 126) { Reset = reset, CheapActivation = Activation.None }, 16, 63, 0.8);
        }

        yield return Blocks("ghost_grouped_8x8", new GhostGruShape("ghost", 21, 96) { Cheap = CheapMap.Grouped, Groups = 3 }, 8, 8, 0.8);
        yield return Blocks("ghost_diagonal_8x8", new GhostGruShape("ghost", 21, 96) { Cheap = CheapMap.Diagonal, Ratio = 3 }, 8, 8, 0.8);
        yield return Blocks("dense_16x16", new DenseShape("dense", 154, 97) { Activation = Activation.Tanh }, 16, 16, 0.7);
        yield return Blocks("dense_softmax_8x8", new DenseShape("dense", 127, 31) { Activation = Activation.Softmax }, 8, 8, 0.8);

        var stack = new ModelShape("pruned_stack_normalized", new([new DenseShape("front", 13, 64) { Activation = Activation.Relu }, new GruShape("gru", 64, 96), new GhostGruShape("ghost", 96, 66), new DenseShape("head", 66, 5)]));
        yield return ModelCase.Of(PrunedModels.Blocks(RandomModels.Manifest(stack), 16, 8, 0.7));
        yield return ModelCase.Of(PrunedModels.Blocks(Random("fast", new GruShape("gru", 64, 64)), 16, 16, 0.7)) with { Accuracy = ActivationAccuracy.Fast };
    }

    private static IEnumerable<ModelCase> Patterns()
    {
        var gru = new GruShape("gru", 41, 77);
        var before = new GruShape("gru", 41, 77) { Reset = ResetForm.BeforeProduct };
        yield return Pattern("rows", gru, static (_, row, _) => row >= 21);
        yield return Pattern("columns", gru, static (_, _, column) => column % 3 != 1);
        yield return Pattern("last_columns", gru, static (_, _, column) => column < 30);
        yield return Pattern("reset_and_candidate", gru, static (gate, _, _) => gate != 1);
        yield return Pattern("update_gate", before, static (gate, _, _) => gate == 1);
        yield return Pattern("candidate_before_product", before, static (gate, _, _) => gate == 2);
        yield return Pattern("all", gru, static (_, _, _) => true);
        yield return Pattern("all_before_product", before, static (_, _, _) => true);
        yield return Pattern("all_ghosts", new GhostGruShape("ghost", 41, 154), static (_, _, _) => true);
        yield return Pattern("all_outputs", new DenseShape("dense", 97, 61), static (_, _, _) => true);
    }

    /// <summary>Zeros of both signs, among the weights and among the biases.</summary>
    private static IEnumerable<ModelCase> Signs()
    {
        foreach (LayerShape layer in (LayerShape[])[new GruShape("gru", 64, 64), new DenseShape("dense", 64, 64)])
        {
            yield return Signed($"{layer.Kind}_negative_zero_weights", layer, "weight", static value => value == 0 ? -0f : value);
            yield return Signed($"{layer.Kind}_negative_zero_biases", layer, "bias", static value => value < 0 ? -0f : value);
        }
    }

    private static ModelCase Signed(string name, LayerShape layer, string tensors, Func<float, float> change)
    {
        ModelManifest pruned = PrunedModels.Blocks(Random(name, layer), 16, 16, 0.7);
        return ModelCase.Of(new ModelManifest(pruned.Shape, layer.Tensors.ToDictionary(
            tensor => $"{layer.Name}.{tensor.Name}",
            tensor => tensor.Name.StartsWith(tensors, StringComparison.Ordinal) ? Array.ConvertAll(pruned.Tensor(layer, tensor.Name), value => change(value)) : pruned.Tensor(layer, tensor.Name))));
    }

    private static ModelCase Blocks(string name, LayerShape layer, int rows, int columns, double zeros) =>
        ModelCase.Of(PrunedModels.Blocks(Random(name, layer), rows, columns, zeros));

    private static ModelCase Pattern(string name, LayerShape layer, Func<int, int, int, bool> isZero) =>
        ModelCase.Of(PrunedModels.Weights(Random(name, layer), isZero));

    private static ModelManifest Random(string name, LayerShape layer) => RandomModels.Manifest(new("pruned_" + name, new([layer])));
}
