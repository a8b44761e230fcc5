using System.Runtime.InteropServices;

namespace GhostGen.Golden.Tests.Onnx;

/// <summary>Reads a node test of the ONNX project: a model of one operator and its inputs and outputs as tensor files.</summary>
internal static class OnnxNodeTest
{
    private const int SinglePrecision = 1;
    private const int Integer32 = 6;

    /// <summary>Reads the GRU test in a folder.</summary>
    public static OnnxGruCase ReadGru(string folder)
    {
        NodeMessage node = ModelFile.Parser.ParseFrom(File.ReadAllBytes(Path.Combine(folder, "model.onnx"))).Graph.Node.Single();
        if (node.OpType != "GRU")
        {
            throw new InvalidDataException($"{folder}: the operator is {node.OpType}, and GRU is expected.");
        }

        var attributes = node.Attribute.ToDictionary(static attribute => attribute.Name);
        string[] unknown = [.. attributes.Keys.Except(["hidden_size", "layout", "linear_before_reset", "direction"])];
        if (unknown.Length > 0)
        {
            throw new NotSupportedException($"{folder}: the attributes {string.Join(", ", unknown)} are not converted.");
        }

        string data = Path.Combine(folder, "test_data_set_0");
        TensorMessage?[] inputs = Tensors(data, "input", node.Input);
        TensorMessage?[] outputs = Tensors(data, "output", node.Output);
        bool batchFirst = attributes.TryGetValue("layout", out AttributeMessage? layout) && layout.Integer == 1;
        TensorMessage x = inputs[0]!;
        TensorMessage w = inputs[1]!;
        int[] sizes = [.. x.Dims.Select(static size => (int)size)];
        (int sequence, int batch) = batchFirst ? (sizes[1], sizes[0]) : (sizes[0], sizes[1]);
        int hidden = (int)w.Dims[1] / 3;
        if (batchFirst && w.Dims[0] != 1)
        {
            throw new NotSupportedException($"{folder}: two directions with the batch first are not converted.");
        }

        float[]? y = Floats(outputs, 0);
        return new OnnxGruCase
        {
            Name = Path.GetFileName(folder),
            Input = sizes[2],
            Hidden = hidden,
            Batch = batch,
            Sequence = sequence,
            Direction = attributes.TryGetValue("direction", out AttributeMessage? direction) ? direction.Text.ToStringUtf8() : "forward",
            LinearBeforeReset = attributes.TryGetValue("linear_before_reset", out AttributeMessage? linear) && linear.Integer != 0,
            X = batchFirst ? SwapOuter(Floats(inputs, 0)!, batch, sequence) : Floats(inputs, 0)!,
            W = Floats(inputs, 1)!,
            R = Floats(inputs, 2)!,
            B = Floats(inputs, 3),
            Lengths = inputs.ElementAtOrDefault(4) is { } lengths ? Integers(lengths) : null,
            InitialState = Floats(inputs, 5),
            Y = y is not null && batchFirst ? SwapOuter(y, batch, sequence) : y,
            LastState = Floats(outputs, 1),
        };
    }

    /// <summary>The tensors under the names of a node's inputs or outputs; null where the name is empty, that is, the tensor is left out.</summary>
    private static TensorMessage?[] Tensors(string folder, string kind, IReadOnlyList<string> names)
    {
        int file = 0;
        return [.. names.Select(name => name.Length == 0 ? null : TensorMessage.Parser.ParseFrom(File.ReadAllBytes(Path.Combine(folder, $"{kind}_{file++}.pb"))))];
    }

    private static float[]? Floats(TensorMessage?[] tensors, int index)
    {
        if (tensors.ElementAtOrDefault(index) is not { } tensor)
        {
            return null;
        }

        if (tensor.DataType != SinglePrecision)
        {
            throw new NotSupportedException($"Tensor '{tensor.Name}' has the data type {tensor.DataType}; only single precision is converted.");
        }

        return tensor.RawData.Length > 0 ? MemoryMarshal.Cast<byte, float>(tensor.RawData.Span).ToArray() : [.. tensor.FloatData];
    }

    private static int[] Integers(TensorMessage tensor)
    {
        if (tensor.DataType != Integer32)
        {
            throw new NotSupportedException($"Tensor '{tensor.Name}' has the data type {tensor.DataType}; 32-bit integers are expected.");
        }

        return tensor.RawData.Length > 0 ? MemoryMarshal.Cast<byte, int>(tensor.RawData.Span).ToArray() : [.. tensor.Int32Data];
    }

    /// <summary>Swaps the two outer sizes: the batch-first arrangement to the time-first one.</summary>
    private static float[] SwapOuter(float[] values, int outer, int inner)
    {
        int length = values.Length / (outer * inner);
        var swapped = new float[values.Length];
        for (int i = 0; i < outer; i++)
        {
            for (int j = 0; j < inner; j++)
            {
                values.AsSpan(((i * inner) + j) * length, length).CopyTo(swapped.AsSpan(((j * outer) + i) * length));
            }
        }

        return swapped;
    }
}
