using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Golden.Tests.Conversion;

/// <summary>Keyword spotters trained in PyTorch: <c>nn.GRU</c> of one or two layers, a hidden layer with relu, logits. The model file's arrangement is PyTorch's own.</summary>
internal static class PyTorchSpotter
{
    /// <summary>Reads a state dictionary saved as npz.</summary>
    public static ModelManifest Read(string file)
    {
        Dictionary<string, NumpyArray> arrays = NumpyArrays.FromArchive(file);
        var builder = new ManifestBuilder("pytorch_" + Path.GetFileNameWithoutExtension(file));
        for (int i = 0; arrays.TryGetValue($"gru.weight_ih_l{i}", out NumpyArray? weights); i++)
        {
            builder.Add(
                new GruShape($"gru{i}", weights.Sizes[1], weights.Sizes[0] / 3),
                weights.Values,
                arrays[$"gru.weight_hh_l{i}"].Values,
                arrays[$"gru.bias_ih_l{i}"].Values,
                arrays[$"gru.bias_hh_l{i}"].Values);
        }

        NumpyArray hidden = arrays["fc.weight"];
        NumpyArray logits = arrays["fc2.weight"];
        return builder
            .Add(new DenseShape("fc", hidden.Sizes[1], hidden.Sizes[0]) { Activation = Activation.Relu }, hidden.Values, arrays["fc.bias"].Values)
            .Add(new DenseShape("fc2", logits.Sizes[1], logits.Sizes[0]), logits.Values, arrays["fc2.bias"].Values)
            .Build();
    }
}
