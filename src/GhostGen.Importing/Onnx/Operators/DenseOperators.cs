using GhostGen.Importing.Layers;
using GhostGen.Importing.Onnx.Values;
using GhostGen.Modeling;

namespace GhostGen.Importing.Onnx.Operators;

/// <summary>Products of the features with a constant matrix: dense layers.</summary>
internal static class DenseOperators
{
    /// <summary>A product with the matrix on the right, a column per output.</summary>
    public static GraphValue MatMul(GraphNode node, LayerChain chain)
    {
        DataPath path = Features(node);
        ConstantArray<float> matrix = Matrix(node);
        return AddLayer(node, chain, path, matrix, rowPerOutput: false);
    }

    /// <summary>The same with a bias, and with the matrix either way round.</summary>
    public static GraphValue Gemm(GraphNode node, LayerChain chain)
    {
        DataPath path = Features(node);
        if (node.Integer("transA", 0) != 0)
        {
            throw node.Refuse("it transposes what it reads (transA), which would mix steps.");
        }

        if (node.Real("alpha", 1) != 1 || (node.OptionalInput(2) is not null && node.Real("beta", 1) != 1))
        {
            throw node.Refuse(FormattableString.Invariant($"alpha is {node.Real("alpha", 1):R} and beta {node.Real("beta", 1):R}; taken is 1 for both, as other factors would round the weights. Multiply the weights before exporting."));
        }

        if (path.Axes.Count != 2)
        {
            throw node.Refuse(FormattableString.Invariant($"what it reads has {path.Axes.Count} axes, and Gemm needs 2."));
        }

        DataPath product = AddLayer(node, chain, path, Matrix(node), node.Integer("transB", 0) != 0);
        if (node.OptionalInput(2) is not { } constant)
        {
            return product;
        }

        ConstantArray<float> bias = Constants.Singles(node, constant, "its bias");
        int units = (int)product.Axes[^1].Size!.Value;
        return bias.Count == units && bias.Sizes.Count is 1 or 2 && bias.Sizes[^1] == units
            ? chain.AddBias(node, product, bias.Values)
            : throw node.Refuse($"its bias has the shape {bias.Dimensions}; [{units}] is expected.");
    }

    private static DataPath Features(GraphNode node) => (node.Input(0), node.Input(1)) switch
    {
        (DataPath path, not DataPath) => path,
        (DataPath, DataPath) => throw node.Refuse("it multiplies two values that both depend on the input; taken is a product with a constant matrix."),
        (_, DataPath) => throw node.Refuse("the matrix stands on the left; taken is what depends on the input, times a constant matrix on the right."),
        var (left, _) => throw node.Refuse($"it multiplies {left.Words}; taken is what depends on the input, times a constant matrix on the right."),
    };

    private static ConstantArray<float> Matrix(GraphNode node)
    {
        ConstantArray<float> matrix = Constants.Singles(node, 1, "its matrix");
        if (matrix.Sizes is not [var rows, var columns])
        {
            throw node.Refuse($"its matrix has the shape {matrix.Dimensions}; two axes are expected.");
        }

        return ShapeLimits.IsSize(rows) && ShapeLimits.IsSize(columns)
            ? matrix
            : throw node.Refuse($"its matrix has the shape {matrix.Dimensions}; sizes are from 1 to {ShapeLimits.LargestSize}.");
    }

    private static DataPath AddLayer(GraphNode node, LayerChain chain, DataPath path, ConstantArray<float> matrix, bool rowPerOutput)
    {
        (int size, int units) = rowPerOutput ? (matrix.Sizes[1], matrix.Sizes[0]) : (matrix.Sizes[0], matrix.Sizes[1]);
        DataPath entered = chain.Enter(node, path, size);
        node.Spend(rowPerOutput ? 0 : matrix.Count);
        return chain.AddDense(node, entered, rowPerOutput ? matrix.Values : Layout.Transpose(matrix.Values, size, units), units);
    }
}
