using GhostGen.Importing.Arrays;
using GhostGen.Importing.Onnx;
using GhostGen.Manifests;

namespace GhostGen.Golden.Tests.Conversion;

/// <summary>
/// The speech enhancement network NSNet2 (Braun and Tashev, arXiv 2008.06412) as arrays of its ONNX export: dense, two GRUs, three
/// dense layers (relu, relu, sigmoid). The graph that they were in is written around them again, and imported. Dense weights multiply from the right and
/// are named by the exporter's numbers.
/// </summary>
internal static class NsNet2
{
    /// <summary>Reads the network.</summary>
    public static ModelManifest Read(string folder)
    {
        Dictionary<string, NumpyArray> arrays = NumpyArrays.FromFolder(folder);
        var graph = new GraphWriter("nsnet2");
        graph.AddInput("input", "batch", "steps", arrays["onnx__MatMul_166"].Sizes[0]);
        string last = AddDense(graph, "fc1", arrays["onnx__MatMul_166"], arrays["fc1_bias"], null, "input");

        // The GRUs have the steps first, the other layers the sequences.
        last = AddNode(graph, "Transpose", "steps_first", [last], ("perm", (int[])[1, 0, 2]));
        last = AddGru(graph, "gru1", arrays["onnx__GRU_184"], arrays["onnx__GRU_185"], arrays["onnx__GRU_186"], last);
        last = AddGru(graph, "gru2", arrays["onnx__GRU_204"], arrays["onnx__GRU_205"], arrays["onnx__GRU_206"], last);
        last = AddNode(graph, "Transpose", "sequences_first", [last], ("perm", (int[])[1, 0, 2]));
        last = AddDense(graph, "fc2", arrays["onnx__MatMul_207"], arrays["fc2_bias"], "Relu", last);
        last = AddDense(graph, "fc3", arrays["onnx__MatMul_208"], arrays["fc3_bias"], "Relu", last);
        last = AddDense(graph, "fc4", arrays["onnx__MatMul_209"], arrays["fc4_bias"], "Sigmoid", last);
        graph.AddOutput(last, "batch", "steps", arrays["fc4_bias"].Sizes[0]);
        return OnnxImport.Of(graph.ToModel(), "nsnet2.onnx", new(), new Dictionary<string, NamedArray>());
    }

    private static string AddDense(GraphWriter graph, string name, NumpyArray weights, NumpyArray biases, string? activation, string input)
    {
        string product = AddNode(graph, "MatMul", name, [input, Add(graph, $"{name}.weight", weights)]);
        string sum = AddNode(graph, "Add", $"{name}_add", [Add(graph, $"{name}.bias", biases), product]);
        return activation is null ? sum : AddNode(graph, activation, $"{name}_{activation}", [sum]);
    }

    private static string AddGru(GraphWriter graph, string name, NumpyArray weights, NumpyArray recurrent, NumpyArray biases, string input)
    {
        string all = AddNode(
            graph,
            "GRU",
            name,
            [input, Add(graph, $"{name}.W", weights), Add(graph, $"{name}.R", recurrent), Add(graph, $"{name}.B", biases)],
            ("hidden_size", recurrent.Sizes[2]),
            ("linear_before_reset", 1));
        return AddNode(graph, "Squeeze", $"{name}_squeeze", [all, graph.AddIntegers($"{name}.directions", 1)]);
    }

    private static string Add(GraphWriter graph, string name, NumpyArray array) => graph.AddSingles(name, array.Values, array.Sizes);

    private static string AddNode(GraphWriter graph, string operation, string name, string[] inputs, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        graph.Add(operation, name, inputs, [$"{name}.result"], attributes);
        return $"{name}.result";
    }
}
