using GhostGen.Importing.Arrays;
using GhostGen.Importing.Layers;
using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Importing.PyTorch;

/// <summary>
/// The tensors of one recurrent layer. What distinguishes the variants is which tensors there are and how large they are: with s = rows / 3 and
/// n = columns of <c>weight_hh</c>, there are ghosts where n is above s; the reset gate stands before the product where <c>bias_hh</c> is missing, and
/// after the whole product where only <c>bias_gc</c> is.
/// </summary>
internal static class RecurrentTensorsOfModule
{
    private const int Gates = 3;

    /// <summary>The layer.</summary>
    /// <exception cref="ImportException">Tensors are missing or do not fit each other.</exception>
    public static SourceLayer ToLayer(string from, Dictionary<string, NamedArray> arrays, int position, string file)
    {
        NamedArray input = Matrix(from, arrays, TensorNames.WeightInput, file);
        NamedArray state = Matrix(from, arrays, TensorNames.WeightHidden, file);
        int rows = state.Sizes[0];
        int intrinsic = rows / Gates;
        int hidden = state.Sizes[1];
        if (rows % Gates != 0 || rows == 0 || input.Sizes[0] != rows || hidden < intrinsic)
        {
            throw new ImportException(file, $"layer {Quote.Of(from)}",
                $"its weights are {input.Dimensions} and {state.Dimensions}; [3 s, inputs] and [3 s, n] are expected, for s states that gates compute and n of at least s in all. Four times as many rows are an LSTM's, which is not supported.");
        }

        var tensors = arrays.ToDictionary(static pair => pair.Key, static pair => pair.Value.Values, StringComparer.Ordinal);
        ResetForm reset = ResetOf(tensors, rows, hasGhosts: hidden > intrinsic);
        LayerShape shape = hidden == intrinsic
            ? new GruShape(LayerNames.Of(from, LayerName.Default(GruShape.KindName, position)), input.Sizes[1], hidden) { Reset = reset }
            : GhostShape(LayerNames.Of(from, LayerName.Default(GhostGruShape.KindName, position)), input.Sizes[1], hidden, intrinsic, arrays, file) with { Reset = reset };
        return new(from, shape, tensors) { IsComplete = false };
    }

    private static ResetForm ResetOf(Dictionary<string, float[]> tensors, int rows, bool hasGhosts)
    {
        if (!tensors.ContainsKey(TensorNames.BiasInput) && !tensors.ContainsKey(TensorNames.BiasHidden))
        {
            // bias=False: zeros are the same function.
            tensors.Add(TensorNames.BiasInput, new float[rows]);
            tensors.Add(TensorNames.BiasHidden, new float[rows]);
            if (hasGhosts)
            {
                tensors.TryAdd(TensorNames.BiasGhostCandidate, new float[rows / Gates]);
            }
        }

        return !tensors.ContainsKey(TensorNames.BiasHidden) ? ResetForm.BeforeProduct
            : hasGhosts && !tensors.ContainsKey(TensorNames.BiasGhostCandidate) ? ResetForm.AfterWholeProduct
            : ResetForm.AfterProduct;
    }

    private static GhostGruShape GhostShape(string name, int inputs, int hidden, int intrinsic, Dictionary<string, NamedArray> arrays, string file)
    {
        if (!arrays.TryGetValue(TensorNames.WeightCheap, out NamedArray? cheap))
        {
            throw new ImportException(file, $"layer {Quote.Of(name)}", FormattableString.Invariant(
                $"its state has {hidden} values, of which gates compute {intrinsic}, and there is no {TensorNames.WeightCheap} that makes the others."));
        }

        int ghosts = hidden - intrinsic;
        var shape = new GhostGruShape(name, inputs, hidden) { Ratio = Ratios.Of(hidden, intrinsic), CheapBias = arrays.ContainsKey(TensorNames.BiasCheap) };
        if (cheap.Sizes is [int length] && length == ghosts)
        {
            return shape with { Cheap = CheapMap.Diagonal };
        }

        if (cheap.Sizes is [int rows, int columns] && rows == ghosts && columns > 0 && intrinsic % columns == 0)
        {
            return columns == intrinsic ? shape : shape with { Cheap = CheapMap.Grouped, Groups = intrinsic / columns };
        }

        throw new ImportException(file, $"tensor {Quote.Of(cheap.Name)}", FormattableString.Invariant(
            $"its shape is {cheap.Dimensions}; [{ghosts}, {intrinsic}] (dense), [{ghosts}, {intrinsic} / groups] (grouped) or [{ghosts}] (diagonal) is expected."));
    }

    private static NamedArray Matrix(string from, Dictionary<string, NamedArray> arrays, string tensor, string file)
    {
        if (!arrays.TryGetValue(tensor, out NamedArray? array))
        {
            throw new ImportException(file, $"layer {Quote.Of(from)}", $"it has {Quote.List([.. arrays.Values.Select(static array => Quote.Of(array.Name))])}, and no {tensor}.");
        }

        return array.Sizes.Count == 2
            ? array
            : throw new ImportException(file, $"tensor {Quote.Of(array.Name)}", $"its shape is {array.Dimensions}; two sizes are expected.");
    }
}
