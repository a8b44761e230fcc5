using GhostGen.Importing.Onnx.Values;

namespace GhostGen.Importing.Onnx.Operators;

/// <summary>Cut the same elements into other axes.</summary>
internal static class ReshapeOperators
{
    private const long Inferred = -1;
    private const long Copied = 0;

    /// <summary>Applies a reshape.</summary>
    public static GraphValue Reshape(GraphNode node)
    {
        if (node.Input(0) is ShapelessValue shapeless)
        {
            return shapeless;
        }

        if (node.Input(1) is not ConstantArray<Extent> { Sizes.Count: 1, Values: var sizes })
        {
            throw node.Refuse($"its new shape is {node.Input(1).Words}, and has to be a list of whole numbers.");
        }

        if (sizes.Length > TensorReader.MostAxes)
        {
            throw node.Refuse(FormattableString.Invariant($"its result has {sizes.Length} axes; at most {TensorReader.MostAxes} are read."));
        }

        if (sizes.Count(static size => size.Value == Inferred) > 1 || sizes.Any(static size => size.Value is < Inferred or > int.MaxValue))
        {
            throw node.Refuse($"its new sizes [{string.Join(", ", sizes.Select(static size => size.Value))}] are no shape.");
        }

        if (node.Integer("allowzero", 0) != 0 && sizes.Any(static size => size.Value == Copied))
        {
            throw node.Refuse("it makes an array without elements.");
        }

        return node.Input(0) switch
        {
            ConstantArray array => array.Reshaped(Sizes(node, array, sizes)),
            DataPath path => path with { Axes = AxisMatch.Find(node, path.Axes, sizes) },
            GraphValue value => value,
        };
    }

    /// <summary>Applies a flattening to two axes.</summary>
    public static GraphValue Flatten(GraphNode node)
    {
        switch (node.Input(0))
        {
            case ConstantArray array:
                int split = Boundary(node, array.Sizes.Count);
                int rows = array.Sizes.Take(split).Aggregate(1, static (count, size) => count * size);
                int columns = array.Sizes.Skip(split).Aggregate(1, static (count, size) => count * size);
                return array.Reshaped([rows, columns]);
            case DataPath path:
                int boundary = Boundary(node, path.Axes.Count);
                return path with { Axes = [AxisMatch.Merge(node, [.. path.Axes.Take(boundary)]), AxisMatch.Merge(node, [.. path.Axes.Skip(boundary)])] };
            default:
                return node.Input(0);
        }
    }

    private static int Boundary(GraphNode node, int rank)
    {
        long axis = node.Integer("axis", 1);
        return axis == rank ? rank : node.Axis(axis, rank);
    }

    private static int[] Sizes(GraphNode node, ConstantArray array, Extent[] stated)
    {
        var sizes = new int[stated.Length];
        long known = 1;
        for (int axis = 0; axis < sizes.Length; axis++)
        {
            long size = stated[axis].Value switch
            {
                null => throw node.Refuse("a constant gets a shape that depends on the size of an input."),
                Copied => axis < array.Sizes.Count ? array.Sizes[axis] : throw node.Refuse(FormattableString.Invariant($"its new size {axis} is that of an axis which is not there.")),
                Inferred => 1,
                long given => given,
            };
            sizes[axis] = (int)size;
            known = Math.Min(known * size, int.MaxValue);
        }

        int inferred = Array.FindIndex(stated, static size => size.Value == Inferred);
        if (inferred >= 0 && known > 0)
        {
            sizes[inferred] = (int)(array.Count / known);
            known *= sizes[inferred];
        }

        return known == array.Count ? sizes : throw node.Refuse($"the constant of shape {array.Dimensions} has another number of elements than its new shape.");
    }
}
