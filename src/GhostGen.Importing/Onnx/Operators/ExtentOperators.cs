using GhostGen.Importing.Onnx.Values;

namespace GhostGen.Importing.Onnx.Operators;

/// <summary>Sizes, and arrays of a size: what exporters compute initial states of zeros with.</summary>
internal static class ExtentOperators
{
    /// <summary>The sizes of a value.</summary>
    public static GraphValue Shape(GraphNode node)
    {
        Extent[] sizes = node.Input(0) switch
        {
            ConstantArray array => [.. array.Sizes.Select(static size => Extent.Of(size))],
            DataPath path => [.. path.Axes.Select(static axis => axis.Extent)],
            GraphValue value => throw node.Refuse($"it asks for the shape of {value.Words}, which is not tracked."),
        };
        int start = Bound(node.Integer("start", 0), sizes.Length);
        int end = Bound(node.Integer("end", sizes.Length), sizes.Length);
        Extent[] taken = start < end ? sizes[start..end] : [];
        return new ConstantArray<Extent>([taken.Length], taken);
    }

    /// <summary>Zeros of some shape, or whole numbers of a known one.</summary>
    public static GraphValue ConstantOfShape(GraphNode node)
    {
        ConstantArray element = node.Tensor("value") ?? new ConstantArray<float>([1], [0f]);
        switch (element)
        {
            case ConstantArray<float> { Values: [0f] } or ConstantArray<double> { Values: [0.0] }:
                return new ZeroValue();
            case ConstantArray<Extent> { Values: [var extent] }:
                int[] sizes = Sizes(node);
                int count = sizes.Aggregate(1, static (count, size) => count * size);
                return new ConstantArray<Extent>(sizes, [.. Enumerable.Repeat(extent, count)]);
            default:
                throw node.Refuse("it makes an array of numbers other than zero; export with constants folded.");
        }
    }

    /// <summary>Zeros that stay zeros, or a constant repeated to a known shape.</summary>
    public static GraphValue Expand(GraphNode node) => node.Input(0) switch
    {
        ConstantArray<float> array when array.Values.All(static value => value == 0) => new ZeroValue(),
        ConstantArray array => Repeated(node, array),
        DataPath => throw node.Refuse("it repeats what is computed from the input."),
        GraphValue value => value,
    };

    private static ConstantArray Repeated(GraphNode node, ConstantArray array)
    {
        int[] sizes = Sizes(node);
        int[] strides = array.Strides();
        int shift = sizes.Length - array.Sizes.Count;
        if (shift < 0 || array.Sizes.Where((size, axis) => size != 1 && size != sizes[axis + shift] && sizes[axis + shift] != 1).Any())
        {
            throw node.Refuse($"a constant of shape {array.Dimensions} cannot be repeated to [{string.Join(", ", sizes)}].");
        }

        return array.Picked([.. sizes.Select((size, axis) =>
        {
            int own = axis < shift ? 1 : array.Sizes[axis - shift];
            int length = own == 1 ? size : own;
            return Enumerable.Range(0, length).Select(index => own == 1 ? 0 : index * strides[axis - shift]).ToArray();
        })]);
    }

    private static int[] Sizes(GraphNode node)
    {
        int input = node.Operator == "Expand" ? 1 : 0;
        long[] sizes = Constants.Integers(node, node.Input(input), "its shape");
        if (sizes.Length > TensorReader.MostAxes || sizes.Any(static size => size is < 0 or > int.MaxValue))
        {
            throw node.Refuse($"[{string.Join(", ", sizes.Take(TensorReader.MostAxes))}] is no shape.");
        }

        long count = 1;
        foreach (long size in sizes)
        {
            // Without elements a shape may not be large either: its indices are listed axis by axis.
            count *= Math.Max(size, 1);
            node.Spend(count);
        }

        return Array.ConvertAll(sizes, static size => (int)size);
    }

    private static int Bound(long index, int count) => (int)Math.Clamp(index < 0 ? index + count : index, 0, count);
}
