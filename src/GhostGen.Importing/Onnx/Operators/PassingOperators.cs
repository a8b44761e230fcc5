using GhostGen.Importing.Onnx.Values;
using DataType = GhostGen.Importing.Onnx.Messages.TensorProto.Types.DataType;

namespace GhostGen.Importing.Onnx.Operators;

/// <summary>Operators that give what they read, or what they have.</summary>
internal static class PassingOperators
{
    /// <summary>The forms of a constant.</summary>
    public static readonly string[] ConstantAttributes = ["value", "value_float", "value_int", "value_ints"];

    /// <summary>A constant.</summary>
    public static GraphValue Constant(GraphNode node)
    {
        if (node.Tensor("value") is { } tensor)
        {
            return tensor;
        }

        if (node.Integers("value_ints") is { } integers)
        {
            return new ConstantArray<Extent>([integers.Count], [.. integers.Select(Extent.Of)]);
        }

        return node.Has("value_int") ? new ConstantArray<Extent>([], [Extent.Of(node.Integer("value_int", 0))])
            : node.Has("value_float") ? new ConstantArray<float>([], [node.Real("value_float", 0)])
            : throw node.Refuse("it has no value that is read.");
    }

    /// <summary>Dropout, which does nothing once a model is trained.</summary>
    public static GraphValue Dropout(GraphNode node)
    {
        if (node.OptionalInput(2) is { } training && training is not ConstantArray<Extent> { Values: [{ Value: 0 }] })
        {
            throw node.Refuse("it is in training mode; export the model in evaluation mode.");
        }

        return node.Input(0);
    }

    /// <summary>A conversion that changes no value. Steps compute in single precision, whatever the graph computes in.</summary>
    public static GraphValue Cast(GraphNode node)
    {
        var to = (DataType)node.Integer("to", 0);
        bool isReal = to is DataType.Float or DataType.Double or DataType.Float16 or DataType.Bfloat16;
        bool isWhole = to is DataType.Int64 or DataType.Int32;
        return node.Input(0) switch
        {
            DataPath or ShapelessValue when !isReal => throw node.Refuse("it makes whole numbers of what is computed from the input."),
            ConstantArray<Extent> when !isWhole => throw node.Refuse("it makes other numbers of whole ones, which is not computed here; export with constants folded."),
            ConstantArray<float> or ConstantArray<double> when !isReal => throw node.Refuse("it makes whole numbers of constants, which is not computed here; export with constants folded."),
            ConstantArray<float> array when to == DataType.Double => Doubles(node, array),
            ConstantArray<double> array when to != DataType.Double => RequireExact(node, Constants.Singles(node, array, "what it converts"), to),
            ConstantArray<float> array => RequireExact(node, array, to),
            GraphValue value => value,
        };
    }

    private static ConstantArray<double> Doubles(GraphNode node, ConstantArray<float> array)
    {
        node.Spend(array.Count);
        return new(array.Sizes, Array.ConvertAll(array.Values, static value => (double)value));
    }

    private static ConstantArray<float> RequireExact(GraphNode node, ConstantArray<float> array, DataType to)
    {
        bool isExact = to switch
        {
            DataType.Float16 => array.Values.All(static value => (float)(Half)value == value),
            DataType.Bfloat16 => array.Values.All(static value => (BitConverter.SingleToUInt32Bits(value) & 0xFFFF) == 0),
            _ => true,
        };
        return isExact ? array : throw node.Refuse("it rounds constants to halves; export them as the halves that are meant.");
    }
}
