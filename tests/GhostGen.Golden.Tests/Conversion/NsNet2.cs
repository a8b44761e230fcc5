using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Golden.Tests.Conversion;

/// <summary>
/// The speech enhancement network NSNet2 (Braun and Tashev, arXiv 2008.06412) as arrays of its ONNX export: dense, two GRUs, three
/// dense layers (relu, relu, sigmoid). Dense weights multiply from the right and are named by the exporter's numbers.
/// </summary>
internal static class NsNet2
{
    /// <summary>Reads the network.</summary>
    public static ModelManifest Read(string folder)
    {
        Dictionary<string, NumpyArray> arrays = NumpyArrays.FromFolder(folder);
        var builder = new ManifestBuilder("nsnet2");
        AddDense(builder, "fc1", arrays["onnx__MatMul_166"], arrays["fc1_bias"], Activation.None);
        AddGru(builder, "gru1", arrays["onnx__GRU_184"], arrays["onnx__GRU_185"], arrays["onnx__GRU_186"]);
        AddGru(builder, "gru2", arrays["onnx__GRU_204"], arrays["onnx__GRU_205"], arrays["onnx__GRU_206"]);
        AddDense(builder, "fc2", arrays["onnx__MatMul_207"], arrays["fc2_bias"], Activation.Relu);
        AddDense(builder, "fc3", arrays["onnx__MatMul_208"], arrays["fc3_bias"], Activation.Relu);
        AddDense(builder, "fc4", arrays["onnx__MatMul_209"], arrays["fc4_bias"], Activation.Sigmoid);
        return builder.Build();
    }

    private static void AddDense(ManifestBuilder builder, string name, NumpyArray weights, NumpyArray biases, Activation activation)
    {
        (int input, int units) = (weights.Sizes[0], weights.Sizes[1]);
        builder.Add(new DenseShape(name, input, units) { Activation = activation }, Layout.Transpose(weights.Values, input, units), biases.Values);
    }

    private static void AddGru(ManifestBuilder builder, string name, NumpyArray weights, NumpyArray recurrent, NumpyArray biases) =>
        builder.AddOnnxGru(new GruShape(name, weights.Sizes[2], recurrent.Sizes[2]), weights.Values, recurrent.Values, biases.Values);
}
