using GhostGen.Importing.Onnx.Values;

namespace GhostGen.Importing.Onnx.Operators;

/// <summary>Take out and put in axes of size 1.</summary>
internal static class SqueezeOperators
{
    /// <summary>Takes axes out.</summary>
    public static GraphValue Squeeze(GraphNode node)
    {
        GraphValue value = node.Input(0);
        long[]? axes = Constants.AttributeOrInput(node, "axes", 1);
        switch (value)
        {
            case ConstantArray array:
                int[] removed = axes is null ? Ones(array) : node.Axes(axes, array.Sizes.Count);
                return removed.All(axis => array.Sizes[axis] == 1)
                    ? array.Reshaped([.. array.Sizes.Where((_, axis) => !removed.Contains(axis))])
                    : throw node.Refuse($"the constant of shape {array.Dimensions} has another size than 1 along the axes that it takes out.");
            case DataPath path:
                return path with { Axes = Without(node, path, axes) };
            default:
                return value;
        }
    }

    /// <summary>Puts axes in.</summary>
    public static GraphValue Unsqueeze(GraphNode node)
    {
        GraphValue value = node.Input(0);
        long[] axes = Constants.AttributeOrInput(node, "axes", 1) ?? throw node.Refuse("it names no axes.");
        switch (value)
        {
            case ConstantArray array:
                return array.Reshaped(With(node, array.Sizes, axes, 1));
            case DataPath path:
                return path with { Axes = With(node, path.Axes, axes, Axis.One) };
            default:
                return value;
        }
    }

    private static int[] Ones(ConstantArray array) => [.. Enumerable.Range(0, array.Sizes.Count).Where(axis => array.Sizes[axis] == 1)];

    private static Axis[] Without(GraphNode node, DataPath path, long[]? axes)
    {
        if (axes is null)
        {
            return path.Axes.All(static axis => axis.Size is not null)
                ? [.. path.Axes.Where(static axis => axis.Size != 1)]
                : throw node.Refuse("it takes out all axes of size 1, and which have that size only the running graph knows. Export with the axes named.");
        }

        // An axis of unknown size that is taken out has the size 1 whenever the graph runs at all.
        int[] removed = node.Axes(axes, path.Axes.Count);
        return removed.All(axis => path.Axes[axis].Size is null or 1)
            ? [.. path.Axes.Where((_, axis) => !removed.Contains(axis))]
            : throw node.Refuse("what it reads has another size than 1 along an axis that it takes out.");
    }

    private static T[] With<T>(GraphNode node, IReadOnlyList<T> old, long[] axes, T one)
    {
        int rank = old.Count + axes.Length;
        if (rank > TensorReader.MostAxes)
        {
            throw node.Refuse(FormattableString.Invariant($"its result has {rank} axes; at most {TensorReader.MostAxes} are read."));
        }

        int[] inserted = node.Axes(axes, rank);
        int from = 0;
        return [.. Enumerable.Range(0, rank).Select(axis => inserted.Contains(axis) ? one : old[from++])];
    }
}
