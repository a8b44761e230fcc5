using GhostGen.Folding;
using GhostGen.Modeling;

namespace GhostGen.Quantization;

/// <summary>Which columns of a matrix have a scale of their own in each row: those that multiply one source.</summary>
internal static class TensorParts
{
    /// <summary>
    /// The most columns of a source: of half as many pairs, none of which exceeds 128 * 127, no sum of products exceeds 2^31. Longer sources keep singles.
    /// </summary>
    internal const int MostColumns = 1 << 18;

    /// <summary>Whether a tensor is stored as bytes. Biases are not, nor are the factors of a diagonal cheap operation, of which each state has one.</summary>
    internal static bool IsBytes(LayerShape layer, TensorShape tensor) => layer.Precision == Precision.Int8 && tensor is { IsBias: false, Columns: <= MostColumns };

    /// <summary>The columns of each part, in order: intrinsic states and ghosts, whose sizes may differ, apart; otherwise all.</summary>
    internal static int[] Of(LayerShape layer, TensorShape tensor)
    {
        int columns = tensor.Columns ?? 1;
        return layer is GhostGruShape { Ghosts: > 0 } ghost && tensor.Name == TensorNames.WeightHidden && !GhostFolding.Applies(ghost)
            ? [ghost.Intrinsic, columns - ghost.Intrinsic]
            : [columns];
    }
}
