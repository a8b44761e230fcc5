using GhostGen.Importing.Onnx.Values;

namespace GhostGen.Importing.Onnx.Operators;

/// <summary>Reads inputs that have to be constants.</summary>
internal static class Constants
{
    /// <summary>An input of single precision.</summary>
    /// <param name="node">The node.</param>
    /// <param name="index">Which input.</param>
    /// <param name="what">What messages call it.</param>
    public static ConstantArray<float> Singles(GraphNode node, int index, string what) => Singles(node, node.Input(index), what);

    /// <summary>A value of single precision; one of double precision if its numbers are singles.</summary>
    public static ConstantArray<float> Singles(GraphNode node, GraphValue value, string what) => value switch
    {
        ConstantArray<float> array => array,
        ConstantArray<double> array => Narrowed(node, array, what),
        _ => throw node.Refuse($"{what} is {value.Words}, and has to be an array of numbers in the file."),
    };

    /// <summary>Numbers of an input in double precision.</summary>
    public static double[] Doubles(GraphNode node, ConstantArray array) => array switch
    {
        ConstantArray<float> singles => Array.ConvertAll(singles.Values, static value => (double)value),
        ConstantArray<double> doubles => doubles.Values,
        _ => throw node.Refuse("it computes with whole numbers on the way from the input to the output."),
    };

    /// <summary>Whole numbers, all of them known.</summary>
    public static long[] Integers(GraphNode node, GraphValue value, string what)
    {
        if (value is not ConstantArray<Extent> { Values: var extents } || extents.Any(static extent => extent.Value is null))
        {
            throw node.Refuse($"{what} is {(value is ConstantArray<Extent> ? "computed from the size of an input" : value.Words)}, and has to be known whole numbers.");
        }

        return Array.ConvertAll(extents, static extent => extent.Value!.Value);
    }

    /// <summary>Whole numbers that are an attribute in older versions of an operator and an input in newer ones; <see langword="null"/> where neither is there.</summary>
    public static long[]? AttributeOrInput(GraphNode node, string attribute, int input) =>
        node.Integers(attribute) is { } values ? [.. values] : node.OptionalInput(input) is { } value ? Integers(node, value, $"its input '{attribute}'") : null;

    private static ConstantArray<float> Narrowed(GraphNode node, ConstantArray<double> array, string what)
    {
        node.Spend(array.Count);
        float[] narrowed = Array.ConvertAll(array.Values, static value => (float)value);
        for (int i = 0; i < narrowed.Length; i++)
        {
            if (narrowed[i] != array.Values[i])
            {
                throw node.Refuse(FormattableString.Invariant($"{what} is in double precision, and element {i}, {array.Values[i]:R}, is no single. Export the model in single precision."));
            }
        }

        return new(array.Sizes, narrowed);
    }
}
