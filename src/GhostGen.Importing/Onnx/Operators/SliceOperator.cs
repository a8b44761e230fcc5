using GhostGen.Importing.Onnx.Values;

namespace GhostGen.Importing.Onnx.Operators;

/// <summary>Takes neighbouring elements along axes. On the way from the input to the output, that can only be all of them or the last step.</summary>
internal static class SliceOperator
{
    /// <summary>Applies the operator.</summary>
    public static GraphValue Apply(GraphNode node, LayerChain chain)
    {
        if (node.Input(0) is ShapelessValue shapeless)
        {
            return shapeless;
        }

        long[] starts = Constants.AttributeOrInput(node, "starts", 1) ?? throw node.Refuse("it has no starts.");
        long[] ends = Constants.AttributeOrInput(node, "ends", 2) ?? throw node.Refuse("it has no ends.");
        long[] axes = Constants.AttributeOrInput(node, "axes", 3) ?? [.. Enumerable.Range(0, starts.Length)];
        long[] steps = node.OptionalInput(4) is { } value ? Constants.Integers(node, value, "its steps") : [.. Enumerable.Repeat(1L, starts.Length)];
        if (ends.Length != starts.Length || axes.Length != starts.Length || steps.Length != starts.Length)
        {
            throw node.Refuse(FormattableString.Invariant($"it has {starts.Length} starts, {ends.Length} ends, {axes.Length} axes and {steps.Length} steps."));
        }

        if (steps.Any(static step => step is < 1 or > int.MaxValue))
        {
            throw node.Refuse("it goes backwards, or not at all; only steps from 1 on are taken.");
        }

        switch (node.Input(0))
        {
            case ConstantArray array:
                return Constant(node, array, starts, ends, axes, steps);
            case DataPath path:
                Axis[] taken = [.. path.Axes];
                for (int i = 0; i < axes.Length; i++)
                {
                    int axis = node.Axis(axes[i], taken.Length);
                    if (Selected(node, taken[axis], starts[i], ends[i], steps[i], chain) is not { } selected)
                    {
                        return path.Stage == 0 ? new InputPart(path.Source) : throw node.Refuse(PathSelection.Refusal);
                    }

                    taken[axis] = selected;
                }

                return path with { Axes = taken };
            default:
                return node.Input(0);
        }
    }

    private static ConstantArray Constant(GraphNode node, ConstantArray array, long[] starts, long[] ends, long[] axes, long[] steps)
    {
        int[] strides = array.Strides();
        int[][] offsets = [.. array.Sizes.Select((size, axis) => axes.Any(sliced => node.Axis(sliced, array.Sizes.Count) == axis) ? [] : Range(0, size, 1, strides[axis]))];
        node.Axes(axes, array.Sizes.Count);
        for (int i = 0; i < axes.Length; i++)
        {
            int axis = node.Axis(axes[i], array.Sizes.Count);
            int size = array.Sizes[axis];
            offsets[axis] = Range(Bounded(starts[i], size), Bounded(ends[i], size), (int)steps[i], strides[axis]);
        }

        node.Spend(offsets.Aggregate(1L, static (count, axis) => count * axis.Length));
        return array.Picked(offsets);
    }

    private static int[] Range(int start, int end, int step, int stride)
    {
        int count = end <= start ? 0 : ((end - start - 1) / step) + 1;
        return [.. Enumerable.Range(0, count).Select(index => (start + (index * step)) * stride)];
    }

    /// <summary>A start or end counted from the front, within the axis: ONNX lets them lie beyond it.</summary>
    private static int Bounded(long index, int size) => (int)Math.Clamp(index < 0 ? index + size : index, 0, size);

    private static Axis? Selected(GraphNode node, Axis axis, long start, long end, long step, LayerChain chain)
    {
        // Exporters write an end beyond every size where they mean the end.
        bool toEnd = end >= (axis.Size ?? int.MaxValue);
        if (start == 0 && toEnd && step == 1)
        {
            return axis;
        }

        bool isOne = toEnd ? axis.Size is { } size ? start == -1 || start == size - 1 : start == -1 : axis.Size == 1 && start is 0 or -1 && end >= 1;
        return isOne && PathSelection.IsLast(node, axis, start, chain) ? (axis.Size == 1 ? axis : Axis.One) : null;
    }
}
