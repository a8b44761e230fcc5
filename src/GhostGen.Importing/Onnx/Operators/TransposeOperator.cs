using GhostGen.Importing.Onnx.Values;

namespace GhostGen.Importing.Onnx.Operators;

/// <summary>Exchanges axes.</summary>
internal static class TransposeOperator
{
    /// <summary>Applies the operator.</summary>
    public static GraphValue Apply(GraphNode node)
    {
        switch (node.Input(0))
        {
            case ConstantArray array:
                int[] order = Order(node, array.Sizes.Count);
                int[] strides = array.Strides();
                node.Spend(array.Count);
                return array.Picked([.. order.Select(axis => Offsets(array.Sizes[axis], strides[axis]))]);
            case DataPath path:
                return path with { Axes = [.. Order(node, path.Axes.Count).Select(axis => path.Axes[axis])] };
            default:
                return node.Input(0);
        }
    }

    private static int[] Order(GraphNode node, int rank)
    {
        if (node.Integers("perm") is not { } order)
        {
            return [.. Enumerable.Range(0, rank).Reverse()];
        }

        return order.Count == rank && order.Order().SequenceEqual(Enumerable.Range(0, rank).Select(static axis => (long)axis))
            ? [.. order.Select(static axis => (int)axis)]
            : throw node.Refuse($"its perm [{string.Join(", ", order)}] is no order of the {rank} axes that it reads.");
    }

    private static int[] Offsets(int size, int stride) => [.. Enumerable.Range(0, size).Select(index => index * stride)];
}
