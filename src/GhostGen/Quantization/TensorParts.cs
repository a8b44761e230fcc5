using GhostGen.Folding;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Quantization;

/// <summary>Which columns of a matrix have a scale of their own in each row: those that multiply one source.</summary>
internal static class TensorParts
{
    /// <summary>Whether a tensor is stored as bytes. Biases are not, nor are the factors of a diagonal cheap operation, of which each state has one.</summary>
    internal static bool IsBytes(LayerShape layer, TensorShape tensor) => layer.HasBytes && tensor is { IsBias: false, Columns: not null } && FitAll(layer, Of(layer, tensor));

    /// <summary>Whether the weights of a source are.</summary>
    internal static bool IsBytes(LayerShape layer, StageSource source)
    {
        Sequence<TensorShape> tensors = FoldedTensors.Of(layer);
        for (int i = 0; i < tensors.Count; i++)
        {
            if (tensors[i].Name == TensorOf(layer, source))
            {
                return IsBytes(layer, tensors[i]);
            }
        }

        return false;
    }

    /// <summary>The columns of each part, in order: intrinsic states and ghosts, whose sizes may differ, apart; otherwise all.</summary>
    internal static int[] Of(LayerShape layer, TensorShape tensor)
    {
        int columns = tensor.Columns ?? 1;
        return layer is GhostGruShape { Ghosts: > 0 } ghost && tensor.Name == TensorNames.WeightHidden && !GhostFolding.Applies(ghost)
            ? [ghost.Intrinsic, columns - ghost.Intrinsic]
            : [columns];
    }

    /// <summary>
    /// The most columns of a part: of half as many pairs, none of which exceeds 128 times the largest element, no sum of products reaches 2^31. A tensor
    /// with a longer one keeps singles. A layer of nothing but whole numbers cannot, and takes fewer bits for the elements instead.
    /// </summary>
    internal static int MostColumns(Precision precision) => precision switch
    {
        Precision.Int8 => 1 << 18,
        Precision.Int8Wide => 1 << 10,
        _ => int.MaxValue,
    };

    private static bool FitAll(LayerShape layer, int[] parts)
    {
        int most = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            most = Math.Max(most, parts[i]);
        }

        return most <= MostColumns(layer.Precision);
    }

    private static string TensorOf(LayerShape layer, StageSource source) => source switch
    {
        StageSource.NewIntrinsic => TensorNames.WeightCheap,
        StageSource.Input => layer is DenseShape ? TensorNames.Weight : TensorNames.WeightInput,
        _ => TensorNames.WeightHidden,
    };
}
