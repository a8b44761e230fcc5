using GhostGen.Importing.Onnx.Values;

namespace GhostGen.Importing.Onnx.Operators;

/// <summary>Cuts an array along an axis.</summary>
internal static class SplitOperator
{
    /// <summary>The most parts that are told apart.</summary>
    private const int MostParts = 4096;

    /// <summary>Applies the operator.</summary>
    public static IReadOnlyList<GraphValue> Apply(GraphNode node)
    {
        switch (node.Input(0))
        {
            case ConstantArray array:
                return Constant(node, array);
            case DataPath { Stage: 0 } path:
                return [.. Enumerable.Repeat(new InputPart(path.Source), node.Outputs)];
            case DataPath:
                throw node.Refuse(PathSelection.Refusal);
            default:
                return [.. Enumerable.Repeat(node.Input(0), node.Outputs)];
        }
    }

    private static ConstantArray[] Constant(GraphNode node, ConstantArray array)
    {
        int axis = node.Axis(node.Integer("axis", 0), array.Sizes.Count);
        int size = array.Sizes[axis];
        long[] lengths = Constants.AttributeOrInput(node, "split", 1) ?? Equal(node, size);
        if (lengths.Length > MostParts || lengths.Any(length => length < 0 || length > size) || lengths.Sum() != size)
        {
            throw node.Refuse(FormattableString.Invariant($"its {lengths.Length} parts are not the {size} elements of the axis {axis}."));
        }

        node.Spend(array.Count);
        int[] strides = array.Strides();
        var parts = new ConstantArray[lengths.Length];
        int start = 0;
        for (int part = 0; part < parts.Length; part++)
        {
            int from = start;
            parts[part] = array.Picked([.. array.Sizes.Select((length, i) =>
                Enumerable.Range(i == axis ? from : 0, i == axis ? (int)lengths[part] : length).Select(index => index * strides[i]).ToArray())]);
            start += (int)lengths[part];
        }

        return parts;
    }

    /// <summary>Parts of equal length, the last one shorter if need be.</summary>
    private static long[] Equal(GraphNode node, int size)
    {
        int count = node.Outputs is > 0 and <= MostParts ? node.Outputs : throw node.Refuse(FormattableString.Invariant($"it has {node.Outputs} results; 1 to {MostParts} are taken."));
        int length = (size + count - 1) / count;
        return [.. Enumerable.Range(0, count).Select(part => (long)Math.Clamp(size - (part * length), 0, length))];
    }
}
