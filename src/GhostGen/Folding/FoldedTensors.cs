using GhostGen.Modeling;

namespace GhostGen.Folding;

/// <summary>
/// The tensors that kernels take of each layer: the model file's, once what needs no computing in a step has been folded into them. They
/// depend on the layer's shape alone, so that the compiler and the running program agree without being told.
/// </summary>
internal static class FoldedTensors
{
    /// <summary>The tensors of <paramref name="layer"/>, in the order in which generated code lists them.</summary>
    internal static Sequence<TensorShape> Of(LayerShape layer) => layer switch
    {
        // The mean of the input leaves a bias behind. One of zeros costs nothing: every chain starts at a bias.
        DenseShape { Bias: false } dense => new([.. dense.Tensors, new(TensorNames.Bias, dense.Units)]),
        GhostGruShape ghost when GhostFolding.Applies(ghost) => GhostFolding.Tensors(ghost),
        _ => layer.Tensors,
    };

    /// <summary>Whether a tensor's elements are rounded to the upper halves of singles. What is added stays as it is: it is few, and every sum begins with it.</summary>
    internal static bool IsBFloat16(LayerShape layer, TensorShape tensor) => layer.Precision == Precision.BFloat16 && !tensor.IsBias;

    /// <summary>The elements of all tensors of <paramref name="layer"/>.</summary>
    internal static long Count(LayerShape layer)
    {
        Sequence<TensorShape> tensors = Of(layer);
        long count = 0;
        for (int i = 0; i < tensors.Count; i++)
        {
            count += tensors[i].Count;
        }

        return count;
    }

    /// <summary>The elements of all tensors of all layers.</summary>
    internal static long Count(ModelShape shape)
    {
        long count = 0;
        for (int i = 0; i < shape.Layers.Count; i++)
        {
            count += Count(shape.Layers[i]);
        }

        return count;
    }

    /// <summary>The multiply-adds of one step, biases apart.</summary>
    internal static long MultiplyAdds(ModelShape shape) => shape.Layers.SelectMany(Of).Where(static tensor => !tensor.IsBias).Sum(static tensor => tensor.Count);
}
