using GhostGen.Importing.Layers;
using GhostGen.Importing.Onnx;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Google.Protobuf;

namespace GhostGen.Bench.Onnx;

/// <summary>
/// Writes a GRU as an ONNX model: one GRU node that does one step, <c>(input, state) -> new_state</c>. What the product exports has the outputs of all
/// steps and keeps the state to itself; a contender that is called step by step needs neither more nor less than this.
/// </summary>
internal static class OnnxGruFile
{
    /// <summary>The input, <c>[1, 1, input]</c>.</summary>
    public const string Input = "input";

    /// <summary>The state before, <c>[1, 1, hidden]</c>.</summary>
    public const string State = "state";

    /// <summary>The state after, <c>[1, 1, hidden]</c>.</summary>
    public const string NewState = "new_state";

    /// <summary>The bytes of a model file.</summary>
    public static byte[] Write(ModelManifest manifest, GruShape layer)
    {
        int hidden = layer.Hidden;
        var graph = new GraphWriter("gru");
        graph.AddInput(Input, 1, 1, layer.InputSize);
        graph.AddInput(State, 1, 1, hidden);
        string weights = graph.AddSingles("W", Layout.ExchangeGates(manifest.Tensor(layer, TensorNames.WeightInput)), 1, 3 * hidden, layer.InputSize);
        string recurrent = graph.AddSingles("R", Layout.ExchangeGates(manifest.Tensor(layer, TensorNames.WeightHidden)), 1, 3 * hidden, hidden);
        string biases = graph.AddSingles(
            "B",
            [.. Layout.ExchangeGates(manifest.Tensor(layer, TensorNames.BiasInput)), .. Layout.ExchangeGates(manifest.Tensor(layer, TensorNames.BiasHidden))],
            1,
            6 * hidden);

        // Left out: the lengths of sequences, and the outputs of all steps, of which there is one.
        graph.Add("GRU", "gru", [Input, weights, recurrent, biases, "", State], ["", NewState], ("hidden_size", hidden), ("linear_before_reset", 1));
        graph.AddOutput(NewState, 1, 1, hidden);
        return graph.ToModel().ToByteArray();
    }
}
