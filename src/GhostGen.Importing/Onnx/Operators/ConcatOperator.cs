using GhostGen.Importing.Onnx.Values;

namespace GhostGen.Importing.Onnx.Operators;

/// <summary>Joins arrays along an axis. Of values that depend on the input only last states can be joined, which no layer reads.</summary>
internal static class ConcatOperator
{
    /// <summary>Applies the operator.</summary>
    public static GraphValue Apply(GraphNode node)
    {
        GraphValue[] values = [.. Enumerable.Range(0, node.Inputs).Select(node.Input)];
        if (values.Length == 0)
        {
            throw node.Refuse("it joins nothing.");
        }

        if (values is [DataPath only])
        {
            return only;
        }

        if (values.All(static value => value is ConstantArray))
        {
            return Joined(node, [.. values.Cast<ConstantArray>()]);
        }

        return values.All(static value => value is ZeroValue) ? values[0]
            : values.All(static value => value is LastStates or DataPath { IsLastState: true }) ? new LastStates()
            : values.Any(static value => value is DataPath { Stage: > 0 }) ? throw node.Refuse("it puts together what layers write, or what a layer writes and something else; a model is one chain of layers, without shortcuts.")
            : throw node.Refuse("it puts inputs together; a model has one input: join them before it, and export with one.");
    }

    private static ConstantArray Joined(GraphNode node, ConstantArray[] arrays)
    {
        ConstantArray first = arrays[0];
        int axis = node.Axis(node.Integer("axis", 0), first.Sizes.Count);
        if (arrays.FirstOrDefault(array => !HasSameSizes(first, array, axis)) is { } other)
        {
            throw node.Refuse($"constants of shape {first.Dimensions} and {other.Dimensions} cannot be joined.");
        }

        node.Spend(arrays.Sum(static array => (long)array.Count));
        return first.Joined(arrays, axis) ?? throw node.Refuse("it joins constants of different types.");
    }

    private static bool HasSameSizes(ConstantArray first, ConstantArray other, int joined) =>
        other.Sizes.Count == first.Sizes.Count && Enumerable.Range(0, first.Sizes.Count).All(axis => axis == joined || other.Sizes[axis] == first.Sizes[axis]);
}
