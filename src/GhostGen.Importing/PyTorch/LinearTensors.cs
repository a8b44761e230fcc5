using GhostGen.Importing.Arrays;
using GhostGen.Importing.Layers;
using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Importing.PyTorch;

/// <summary>The tensors of <c>nn.Linear</c>: <c>weight</c> [outputs, inputs], <c>bias</c> [outputs].</summary>
internal static class LinearTensors
{
    /// <summary>The layer, or <see langword="null"/> where the tensors are those of something else, such as a normalization or a convolution.</summary>
    /// <exception cref="ImportException">They are a Linear's, but do not fit each other.</exception>
    public static SourceLayer? ToLayer(string from, Dictionary<string, NamedArray> arrays, int position, string file)
    {
        if (!arrays.TryGetValue(TensorNames.Weight, out NamedArray? weight) || weight.Sizes.Count != 2)
        {
            return null;
        }

        arrays.TryGetValue(TensorNames.Bias, out NamedArray? bias);
        if (bias is not null && !(bias.Sizes.Count == 1 && bias.Sizes[0] == weight.Sizes[0]))
        {
            throw new ImportException(file, $"tensor {Quote.Of(bias.Name)}", $"its shape is {bias.Dimensions}; with the weights {weight.Dimensions} beside it, [{weight.Sizes[0]}] is expected.");
        }

        var shape = new DenseShape(LayerNames.Of(from, LayerName.Default(DenseShape.KindName, position)), weight.Sizes[1], weight.Sizes[0]) { Bias = bias is not null };
        return (bias is null ? SourceLayer.Of(from, shape, weight.Values) : SourceLayer.Of(from, shape, weight.Values, bias.Values)) with { IsComplete = false };
    }
}
