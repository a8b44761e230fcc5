using GhostGen.Importing.Onnx.Values;

namespace GhostGen.Importing.Onnx.Operators;

/// <summary>Takes elements along an axis by their numbers. On the way from the input to the output, that can only be the last step.</summary>
internal static class GatherOperator
{
    /// <summary>Applies the operator.</summary>
    public static GraphValue Apply(GraphNode node, LayerChain chain)
    {
        switch (node.Input(0))
        {
            case ConstantArray array:
                return Constant(node, array);
            case DataPath { Stage: 0 } path:
                return new InputPart(path.Source);
            case DataPath path:
                return path with { Axes = Selected(node, path, chain) };
            default:
                return node.Input(0);
        }
    }

    private static ConstantArray Constant(GraphNode node, ConstantArray array)
    {
        int axis = node.Axis(node.Integer("axis", 0), array.Sizes.Count);
        int size = array.Sizes[axis];
        long[] numbers = Constants.Integers(node, node.Input(1), "its list of numbers");
        if (numbers.Any(number => number < -size || number >= size))
        {
            throw node.Refuse(FormattableString.Invariant($"it takes element {numbers.First(number => number < -size || number >= size)} of {size}."));
        }

        IReadOnlyList<int> shape = ((ConstantArray)node.Input(1)).Sizes;
        if (array.Sizes.Count - 1 + shape.Count > TensorReader.MostAxes)
        {
            throw node.Refuse(FormattableString.Invariant($"its result has more than {TensorReader.MostAxes} axes."));
        }

        node.Spend((long)numbers.Length * (size == 0 ? 0 : array.Count / size));
        int[] strides = array.Strides();
        ConstantArray picked = array.Picked([.. array.Sizes.Select((length, i) => i == axis
            ? Array.ConvertAll(numbers, number => (int)(number < 0 ? number + size : number) * strides[i])
            : [.. Enumerable.Range(0, length).Select(index => index * strides[i])])]);
        return picked.Reshaped([.. array.Sizes.Take(axis), .. shape, .. array.Sizes.Skip(axis + 1)]);
    }

    private static Axis[] Selected(GraphNode node, DataPath path, LayerChain chain)
    {
        int axis = node.Axis(node.Integer("axis", 0), path.Axes.Count);
        GraphValue index = node.Input(1);
        long[] numbers = Constants.Integers(node, index, "its list of numbers");
        if (numbers.Length != 1 || !PathSelection.IsLast(node, path.Axes[axis], numbers[0], chain))
        {
            throw node.Refuse(PathSelection.Refusal);
        }

        return [.. path.Axes.Take(axis), .. ((ConstantArray)index).Sizes.Select(static _ => Axis.One), .. path.Axes.Skip(axis + 1)];
    }
}
