using GhostGen.Importing.Arrays;
using GhostGen.Importing.Onnx;
using GhostGen.Importing.Onnx.Messages;
using GhostGen.Importing.Onnx.Values;

namespace GhostGen.Golden.Tests.Onnx;

/// <summary>Reads a node test of the ONNX project: a model of one operator and its inputs and outputs as tensor files.</summary>
internal static class OnnxNodeTest
{
    /// <summary>Reads the GRU test in a folder.</summary>
    public static OnnxGruCase ReadGru(string folder)
    {
        string file = Path.Combine(folder, "model.onnx");
        ModelProto model = OnnxFile.Read(file);
        NodeProto node = model.Graph.Node.Single();
        var attributes = node.Attribute.ToDictionary(static attribute => attribute.Name);
        string data = Path.Combine(folder, "test_data_set_0");
        ConstantArray<float>?[] inputs = Tensors(data, "input", node.Input);
        ConstantArray<float>?[] outputs = Tensors(data, "output", node.Output);
        bool batchFirst = attributes.TryGetValue("layout", out AttributeProto? layout) && layout.I == 1;
        IReadOnlyList<int> sizes = inputs[0]!.Sizes;
        (int sequence, int batch) = batchFirst ? (sizes[1], sizes[0]) : (sizes[0], sizes[1]);
        int hidden = inputs[2]!.Sizes[2];

        // X is what a step reads; the others are weights, which the test gives as inputs too.
        var bound = Enumerable.Range(1, node.Input.Count - 1).Where(i => inputs[i] is not null)
            .ToDictionary(i => node.Input[i], i => new NamedArray(node.Input[i], inputs[i]!.Sizes, inputs[i]!.Values));
        float[]? y = outputs[0]?.Values;
        return new OnnxGruCase
        {
            Name = Path.GetFileName(folder),
            Imported = OnnxImport.Load(file, new() { Name = Path.GetFileName(folder) }, bound),
            Input = sizes[2],
            Hidden = hidden,
            Batch = batch,
            Sequence = sequence,
            Direction = attributes.TryGetValue("direction", out AttributeProto? direction) ? direction.S.ToStringUtf8() : "forward",
            LinearBeforeReset = attributes.TryGetValue("linear_before_reset", out AttributeProto? linear) && linear.I != 0,
            X = batchFirst ? SwapOuter(inputs[0]!.Values, batch, sequence) : inputs[0]!.Values,
            W = inputs[1]!.Values,
            R = inputs[2]!.Values,
            B = inputs.ElementAtOrDefault(3)?.Values,
            Y = y is not null && batchFirst ? SwapOuter(y, batch, sequence) : y,
            LastState = outputs.ElementAtOrDefault(1)?.Values,
        };
    }

    /// <summary>The tensors under the names of a node's inputs or outputs; null where the name is empty, that is, the tensor is left out.</summary>
    private static ConstantArray<float>?[] Tensors(string folder, string kind, IReadOnlyList<string> names)
    {
        int file = 0;
        return [.. names.Select(name => name.Length == 0 ? null : Tensor(Path.Combine(folder, $"{kind}_{file++}.pb")))];
    }

    private static ConstantArray<float> Tensor(string file) => (ConstantArray<float>)new TensorReader(file, new()).Read(TensorProto.Parser.ParseFrom(File.ReadAllBytes(file)), "the tensor");

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
