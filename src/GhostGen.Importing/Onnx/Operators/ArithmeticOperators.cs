using GhostGen.Importing.Onnx.Values;

namespace GhostGen.Importing.Onnx.Operators;

/// <summary>
/// Additions and multiplications: the bias of a dense layer, or a mean and a scale of the input; and those of sizes, of which only
/// the result's shape is needed where a size is not known.
/// </summary>
internal static class ArithmeticOperators
{
    /// <summary>A sum.</summary>
    public static GraphValue Add(GraphNode node, LayerChain chain)
    {
        if (SizesOf(node) is { } sizes)
        {
            return Computed(node, sizes, static (left, right) => left + right);
        }

        // Either may be the constant: PyTorch writes the bias first.
        (DataPath path, ConstantArray constant) = Operands(node, eitherWay: true);
        if (chain.IsEmpty)
        {
            return chain.Subtract(node, path, Array.ConvertAll(Numbers(node, path, constant), static value => -value));
        }

        chain.RequireEnd(node, path);
        return chain.AddBias(node, path, Bias(node, path, constant));
    }

    /// <summary>A difference.</summary>
    public static GraphValue Subtract(GraphNode node, LayerChain chain)
    {
        if (SizesOf(node) is { } sizes)
        {
            return Computed(node, sizes, static (left, right) => left - right);
        }

        (DataPath path, ConstantArray constant) = Operands(node, eitherWay: false);
        return chain.Subtract(node, RequireInput(node, path, chain), Numbers(node, path, constant));
    }

    /// <summary>A product.</summary>
    public static GraphValue Multiply(GraphNode node, LayerChain chain)
    {
        if (SizesOf(node) is { } sizes)
        {
            return Computed(node, sizes, static (left, right) => left * right);
        }

        (DataPath path, ConstantArray constant) = Operands(node, eitherWay: true);
        return chain.Multiply(node, RequireInput(node, path, chain), Numbers(node, path, constant));
    }

    /// <summary>A quotient.</summary>
    public static GraphValue Divide(GraphNode node, LayerChain chain)
    {
        if (SizesOf(node) is { } sizes)
        {
            return Computed(node, sizes, static (left, right) => right == 0 || (left == long.MinValue && right == -1) ? null : left / right);
        }

        (DataPath path, ConstantArray constant) = Operands(node, eitherWay: false);
        return chain.Multiply(node, RequireInput(node, path, chain), Array.ConvertAll(Numbers(node, path, constant), static value => 1 / value));
    }

    private static DataPath RequireInput(GraphNode node, DataPath path, LayerChain chain) => chain.IsEmpty
        ? path
        : throw node.Refuse("it scales or shifts what a layer writes; that is taken of the input only, before the first layer. Fold it into the weights of the next layer.");

    private static (DataPath Path, ConstantArray Constant) Operands(GraphNode node, bool eitherWay) => (node.Input(0), node.Input(1)) switch
    {
        (DataPath path, ConstantArray constant) => (path, constant),
        (ConstantArray constant, DataPath path) when eitherWay => (path, constant),
        (DataPath, DataPath) => throw node.Refuse("it computes with two values that both depend on the input: a shortcut, a gate or an attention; a model is one chain of layers."),
        var (left, right) => throw node.Refuse($"it computes with {left.Words} and {right.Words}; taken is what depends on the input, and then a constant. Export with constants folded."),
    };

    /// <summary>A number for each feature, or one for all: whatever the constant's other sizes are, they have to be 1.</summary>
    private static double[] Numbers(GraphNode node, DataPath path, ConstantArray constant)
    {
        int last = constant.Sizes.Count == 0 ? 1 : constant.Sizes[^1];
        if (constant.Count != last || constant.Sizes.Count > path.Axes.Count || last == 0)
        {
            throw node.Refuse($"its constant has the shape {constant.Dimensions}; taken is a number for each feature, which are the last axis, or one for all.");
        }

        node.Spend(constant.Count);
        return Constants.Doubles(node, constant);
    }

    private static float[] Bias(GraphNode node, DataPath path, ConstantArray constant)
    {
        double[] numbers = Numbers(node, path, constant);
        if (path.Axes.Count == 0 || path.Axes[^1] is not { IsFeatures: true, Size: { } size } || (numbers.Length != 1 && numbers.Length != size))
        {
            throw node.Refuse($"its constant has the shape {constant.Dimensions}, and what it is added to has not as many features along the last axis.");
        }

        float[] bias = Constants.Singles(node, constant, "its constant").Values;
        return bias.Length == size ? bias : [.. Enumerable.Repeat(bias[0], (int)size)];
    }

    private static (ConstantArray<Extent> Left, ConstantArray<Extent> Right)? SizesOf(GraphNode node) =>
        (node.Input(0), node.Input(1)) is (ConstantArray<Extent> left, ConstantArray<Extent> right) ? (left, right) : null;

    private static ConstantArray<Extent> Computed(GraphNode node, (ConstantArray<Extent> Left, ConstantArray<Extent> Right) sizes, Func<long, long, long?> compute)
    {
        (ConstantArray<Extent> left, ConstantArray<Extent> right) = sizes;
        if (left.Count != right.Count || left.Count > TensorReader.MostAxes || left.Sizes.Count > 1)
        {
            throw node.Refuse($"it computes with whole numbers of the shapes {left.Dimensions} and {right.Dimensions}; taken are lists of sizes, of equal length.");
        }

        return left with
        {
            Values = [.. left.Values.Zip(right.Values, (first, second) => first.Value is { } a && second.Value is { } b && compute(a, b) is { } value ? Extent.Of(value) : Extent.Unknown)],
        };
    }
}
