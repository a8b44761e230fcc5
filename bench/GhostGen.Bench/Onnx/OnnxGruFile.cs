using System.Buffers.Binary;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Google.Protobuf;

namespace GhostGen.Bench.Onnx;

/// <summary>
/// Writes a GRU as an ONNX model: one GRU node that does one step, <c>(input, state) -> new_state</c>. ONNX stacks gates in the order
/// update, reset, candidate, where a model file has reset, update, candidate.
/// </summary>
internal static class OnnxGruFile
{
    /// <summary>The input, <c>[1, 1, input]</c>.</summary>
    public const string Input = "input";

    /// <summary>The state before, <c>[1, 1, hidden]</c>.</summary>
    public const string State = "state";

    /// <summary>The state after, <c>[1, 1, hidden]</c>.</summary>
    public const string NewState = "new_state";

    private const string InputWeights = "W";
    private const string StateWeights = "R";
    private const string Biases = "B";

    /// <summary>The version of the file format, of 2021: old enough for every runtime with <see cref="OperatorSet"/>.</summary>
    private const int FormatVersion = 8;

    /// <summary>The operators' version: that of GRU itself.</summary>
    private const int OperatorSet = 14;

    private static readonly int[] gateOrder = [1, 0, 2];

    /// <summary>The bytes of a model file.</summary>
    public static byte[] Write(ModelManifest manifest, GruShape layer)
    {
        int hidden = layer.Hidden;
        float[] biases =
        [
            .. Reordered(manifest.Tensor(layer, TensorNames.BiasInput), hidden),
            .. Reordered(manifest.Tensor(layer, TensorNames.BiasHidden), hidden),
        ];
        var graph = new GraphProto
        {
            Name = "gru",
            Node = { Node(hidden) },
            Initializer =
            {
                Tensor(InputWeights, Reordered(manifest.Tensor(layer, TensorNames.WeightInput), hidden), 1, 3 * hidden, layer.InputSize),
                Tensor(StateWeights, Reordered(manifest.Tensor(layer, TensorNames.WeightHidden), hidden), 1, 3 * hidden, hidden),
                Tensor(Biases, biases, 1, 6 * hidden),
            },
            Input = { Value(Input, layer.InputSize), Value(State, hidden) },
            Output = { Value(NewState, hidden) },
        };
        var model = new ModelProto
        {
            IrVersion = FormatVersion,
            ProducerName = "GhostGen.Bench",
            Graph = graph,
            OpsetImport = { new OperatorSetIdProto { Version = OperatorSet } },
        };
        return model.ToByteArray();
    }

    private static NodeProto Node(int hidden) => new()
    {
        Name = "gru",
        OpType = "GRU",

        // Left out: the lengths of sequences, and the outputs of all steps, of which there is one.
        Input = { Input, InputWeights, StateWeights, Biases, string.Empty, State },
        Output = { string.Empty, NewState },
        Attribute = { Integer("hidden_size", hidden), Integer("linear_before_reset", 1) },
    };

    private static AttributeProto Integer(string name, int value) =>
        new() { Name = name, I = value, Type = AttributeProto.Types.AttributeType.Int };

    private static ValueInfoProto Value(string name, int size)
    {
        var shape = new TensorShapeProto();
        foreach (int length in (int[])[1, 1, size])
        {
            shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = length });
        }

        var tensor = new TypeProto.Types.Tensor { ElemType = (int)TensorProto.Types.DataType.Float, Shape = shape };
        return new() { Name = name, Type = new TypeProto { TensorType = tensor } };
    }

    private static TensorProto Tensor(string name, float[] values, params ReadOnlySpan<int> lengths)
    {
        var bytes = new byte[values.Length * sizeof(float)];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), values[i]);
        }

        var tensor = new TensorProto
        {
            Name = name,
            DataType = (int)TensorProto.Types.DataType.Float,
            RawData = UnsafeByteOperations.UnsafeWrap(bytes),
        };
        foreach (int length in lengths)
        {
            tensor.Dims.Add(length);
        }

        return tensor;
    }

    private static float[] Reordered(float[] stacked, int hidden)
    {
        int perGate = hidden * (stacked.Length / (3 * hidden));
        return [.. gateOrder.SelectMany(gate => stacked.AsSpan(gate * perGate, perGate).ToArray())];
    }
}
