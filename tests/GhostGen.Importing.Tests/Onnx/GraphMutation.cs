using GhostGen.Importing.Onnx.Messages;
using Google.Protobuf;

namespace GhostGen.Importing.Tests.Onnx;

/// <summary>Changes what a graph says, and leaves it well formed: what bytes changed at random rarely get to.</summary>
internal static class GraphMutation
{
    private static readonly string[] operators =
    [
        "GRU", "MatMul", "Gemm", "Relu", "Softmax", "Add", "Sub", "Mul", "Div", "Identity", "Dropout", "Cast", "Constant", "Transpose", "Reshape", "Flatten",
        "Squeeze", "Unsqueeze", "Gather", "Slice", "Split", "Concat", "Shape", "ConstantOfShape", "Expand", "LSTM",
    ];

    private static readonly long[] telling = [long.MinValue, int.MinValue, -100, -2, -1, 0, 1, 2, 3, 4, 5, 12, 16, 1 << 20, 1 << 26, int.MaxValue, 1L << 40, long.MaxValue];

    /// <summary>A changed copy.</summary>
    public static byte[] Of(byte[] original, Random random)
    {
        ModelProto model = ModelProto.Parser.ParseFrom(original);
        for (int changes = random.Next(1, 4); changes > 0; changes--)
        {
            Change(model.Graph, random);
        }

        return model.ToByteArray();
    }

    private static void Change(GraphProto graph, Random random)
    {
        NodeProto node = Any(graph.Node, random);
        switch (random.Next(10))
        {
            case 0:
                node.OpType = operators[random.Next(operators.Length)];
                break;
            case 1 when node.Input.Count > 0:
                node.Input[random.Next(node.Input.Count)] = AnyName(graph, random);
                break;
            case 2:
                node.Input.Add(AnyName(graph, random));
                break;
            case 3 when node.Input.Count > 0:
                node.Input.RemoveAt(random.Next(node.Input.Count));
                break;
            case 4 when node.Attribute.Count > 0:
                Change(Any(node.Attribute, random), random);
                break;
            case 5 when graph.Initializer.Count > 0:
                Change(Any(graph.Initializer, random), random);
                break;
            case 6:
                graph.Node.Remove(node);
                graph.Node.Insert(random.Next(graph.Node.Count + 1), node);
                break;
            case 7:
                ChangeShape(Any(graph.Input, random), random);
                break;
            case 8:
                graph.Node.Insert(random.Next(graph.Node.Count), Between(node, random));
                break;
            default:
                graph.Output.Add(new ValueInfoProto { Name = AnyName(graph, random) });
                break;
        }
    }

    /// <summary>A node that reads what another one reads, under the name of the first thing that it read, so that the other reads its result.</summary>
    private static NodeProto Between(NodeProto node, Random random)
    {
        string name = $"between{random.Next()}";
        string read = node.Input.Count > 0 ? node.Input[0] : "";
        var between = new NodeProto { OpType = operators[random.Next(operators.Length)], Input = { read, read }, Output = { name } };
        if (node.Input.Count > 0)
        {
            node.Input[0] = name;
        }

        return between;
    }

    private static void Change(AttributeProto attribute, Random random)
    {
        attribute.I = Number(random);
        if (attribute.Ints.Count > 0)
        {
            attribute.Ints[random.Next(attribute.Ints.Count)] = Number(random);
        }

        if (attribute.T is not null)
        {
            Change(attribute.T, random);
        }
    }

    private static void Change(TensorProto tensor, Random random)
    {
        switch (random.Next(4))
        {
            case 0 when tensor.Dims.Count > 0:
                tensor.Dims[random.Next(tensor.Dims.Count)] = Number(random);
                break;
            case 1:
                tensor.Dims.Add(Number(random));
                break;
            case 2:
                tensor.DataType = random.Next(18);
                break;
            default:
                var data = new byte[sizeof(long)];
                BitConverter.TryWriteBytes(data, Number(random));
                tensor.RawData = ByteString.CopyFrom([.. tensor.RawData.Span[..Math.Max(0, tensor.RawData.Length - data.Length)], .. data]);
                break;
        }
    }

    private static void ChangeShape(ValueInfoProto input, Random random)
    {
        TensorShapeProto? shape = input.Type?.TensorType?.Shape;
        if (shape is { Dim.Count: > 0 })
        {
            shape.Dim[random.Next(shape.Dim.Count)] = new() { DimValue = Number(random) };
        }
    }

    private static long Number(Random random) => telling[random.Next(telling.Length)];

    private static string AnyName(GraphProto graph, Random random) => random.Next(4) switch
    {
        0 => Any(graph.Node, random).Output.FirstOrDefault() ?? "",
        1 when graph.Initializer.Count > 0 => Any(graph.Initializer, random).Name,
        2 => Any(graph.Input, random).Name,
        _ => "",
    };

    private static T Any<T>(IReadOnlyList<T> all, Random random) => all[random.Next(all.Count)];
}
