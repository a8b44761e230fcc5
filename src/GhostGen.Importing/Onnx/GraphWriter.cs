using System.Runtime.InteropServices;
using GhostGen.Importing.Onnx.Messages;
using Google.Protobuf;
using AttributeType = GhostGen.Importing.Onnx.Messages.AttributeProto.Types.AttributeType;
using DataType = GhostGen.Importing.Onnx.Messages.TensorProto.Types.DataType;

namespace GhostGen.Importing.Onnx;

/// <summary>Writes graphs, node by node.</summary>
/// <param name="name">The graph's name.</param>
internal sealed class GraphWriter(string name)
{
    /// <summary>The version of the file format, of 2021: old enough for every runtime with <see cref="OperatorSet"/>.</summary>
    public const int FormatVersion = 8;

    /// <summary>The operators' version: that of today's GRU.</summary>
    public const int OperatorSet = 14;

    private readonly GraphProto graph = new() { Name = name };

    /// <summary>The model.</summary>
    public ModelProto ToModel() => new()
    {
        IrVersion = FormatVersion,
        ProducerName = "GhostGen",
        Graph = graph,
        OpsetImport = { new OperatorSetIdProto { Version = OperatorSet } },
    };

    /// <summary>Adds an input of single precision.</summary>
    /// <param name="input">Its name.</param>
    /// <param name="sizes">Its sizes; a text names one that only the running graph knows.</param>
    public void AddInput(string input, params ReadOnlySpan<object> sizes) => graph.Input.Add(Value(input, sizes));

    /// <summary>Adds an output of single precision.</summary>
    public void AddOutput(string output, params ReadOnlySpan<object> sizes) => graph.Output.Add(Value(output, sizes));

    /// <summary>Adds a constant of single precision.</summary>
    /// <returns>Its name.</returns>
    public string AddSingles(string constant, ReadOnlySpan<float> values, params ReadOnlySpan<int> sizes) =>
        AddConstant(constant, DataType.Float, MemoryMarshal.AsBytes(values), sizes);

    /// <summary>Adds a constant of double precision.</summary>
    /// <returns>Its name.</returns>
    public string AddDoubles(string constant, ReadOnlySpan<double> values, params ReadOnlySpan<int> sizes) =>
        AddConstant(constant, DataType.Double, MemoryMarshal.AsBytes(values), sizes);

    /// <summary>Adds a list of whole numbers.</summary>
    /// <returns>Its name.</returns>
    public string AddIntegers(string constant, params ReadOnlySpan<long> values) => AddConstant(constant, DataType.Int64, MemoryMarshal.AsBytes(values), [values.Length]);

    /// <summary>Adds a node.</summary>
    /// <param name="operation">The operator.</param>
    /// <param name="node">The node's name.</param>
    /// <param name="inputs">The names of what it reads; empty for what is left out.</param>
    /// <param name="outputs">The names of its results.</param>
    /// <param name="attributes">A whole number, a text or texts under each name.</param>
    public void Add(string operation, string node, string[] inputs, string[] outputs, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        var added = new NodeProto { OpType = operation, Name = node, Input = { inputs }, Output = { outputs } };
        foreach ((string attribute, object value) in attributes)
        {
            added.Attribute.Add(Attribute(attribute, value));
        }

        graph.Node.Add(added);
    }

    private string AddConstant(string constant, DataType type, ReadOnlySpan<byte> bytes, ReadOnlySpan<int> sizes)
    {
        // Single and double precision and 64-bit integers are stored with the least significant byte first, as every machine that .NET 10 runs on has them.
        var tensor = new TensorProto { Name = constant, DataType = (int)type, RawData = ByteString.CopyFrom(bytes) };
        foreach (int size in sizes)
        {
            tensor.Dims.Add(size);
        }

        graph.Initializer.Add(tensor);
        return constant;
    }

    private static AttributeProto Attribute(string attribute, object value) => value switch
    {
        int number => new() { Name = attribute, I = number, Type = AttributeType.Int },
        string text => new() { Name = attribute, S = ByteString.CopyFromUtf8(text), Type = AttributeType.String },
        string[] texts => new() { Name = attribute, Strings = { texts.Select(ByteString.CopyFromUtf8) }, Type = AttributeType.Strings },
        int[] numbers => new() { Name = attribute, Ints = { numbers.Select(static number => (long)number) }, Type = AttributeType.Ints },
        _ => throw new ArgumentException($"An attribute of {value.GetType()} is not written.", nameof(value)),
    };

    private static ValueInfoProto Value(string value, ReadOnlySpan<object> sizes)
    {
        var shape = new TensorShapeProto();
        foreach (object size in sizes)
        {
            shape.Dim.Add(size is int known ? new TensorShapeProto.Types.Dimension { DimValue = known } : new() { DimParam = (string)size });
        }

        return new() { Name = value, Type = new() { TensorType = new() { ElemType = (int)DataType.Float, Shape = shape } } };
    }
}
