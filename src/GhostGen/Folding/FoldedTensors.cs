using GhostGen.Modeling;

namespace GhostGen.Folding;

/// <summary>
/// The tensors that kernels take of each layer: the model file's, once what needs no computing in a step has been folded into them. They
/// depend on the layer's shape alone, so that the compiler and the running program agree without being told.
/// </summary>
internal static class FoldedTensors
{
    /// <summary>The tensors of <paramref name="layer"/>, in the order in which generated code lists them.</summary>
    internal static Sequence<TensorShape> Of(LayerShape layer) => layer is DenseShape { Bias: false } dense

        // The mean of the input leaves a bias behind. One of zeros costs nothing: every chain starts at a bias.
        ? new([.. dense.Tensors, new(TensorNames.Bias, dense.Units)])
        : layer.Tensors;

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
}
