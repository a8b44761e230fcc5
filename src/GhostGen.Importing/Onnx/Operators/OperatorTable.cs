using GhostGen.Importing.Onnx.Values;

namespace GhostGen.Importing.Onnx.Operators;

/// <summary>The operators that are taken, and why some others are not.</summary>
internal static class OperatorTable
{
    private static readonly Dictionary<string, (string[] Attributes, Func<GraphNode, LayerChain, IReadOnlyList<GraphValue>> Apply)> taken = new(StringComparer.Ordinal)
    {
        ["GRU"] = (GruOperator.Attributes, GruOperator.Apply),
        ["MatMul"] = ([], (node, chain) => [DenseOperators.MatMul(node, chain)]),
        ["Gemm"] = (["alpha", "beta", "transA", "transB"], (node, chain) => [DenseOperators.Gemm(node, chain)]),
        ["Relu"] = ([], (node, chain) => [ActivationOperators.Apply(node, chain, Activation.Relu)]),
        ["Sigmoid"] = ([], (node, chain) => [ActivationOperators.Apply(node, chain, Activation.Sigmoid)]),
        ["Tanh"] = ([], (node, chain) => [ActivationOperators.Apply(node, chain, Activation.Tanh)]),
        ["Softmax"] = (["axis"], (node, chain) => [ActivationOperators.Softmax(node, chain)]),
        ["Add"] = ([], (node, chain) => [ArithmeticOperators.Add(node, chain)]),
        ["Sub"] = ([], (node, chain) => [ArithmeticOperators.Subtract(node, chain)]),
        ["Mul"] = ([], (node, chain) => [ArithmeticOperators.Multiply(node, chain)]),
        ["Div"] = ([], (node, chain) => [ArithmeticOperators.Divide(node, chain)]),
        ["Identity"] = ([], (node, _) => [node.Input(0)]),
        ["Dropout"] = (["ratio", "seed"], (node, _) => [PassingOperators.Dropout(node)]),
        ["Cast"] = (["to", "saturate"], (node, _) => [PassingOperators.Cast(node)]),
        ["Constant"] = (PassingOperators.ConstantAttributes, (node, _) => [PassingOperators.Constant(node)]),
        ["Transpose"] = (["perm"], (node, _) => [TransposeOperator.Apply(node)]),
        ["Reshape"] = (["allowzero"], (node, _) => [ReshapeOperators.Reshape(node)]),
        ["Flatten"] = (["axis"], (node, _) => [ReshapeOperators.Flatten(node)]),
        ["Squeeze"] = (["axes"], (node, _) => [SqueezeOperators.Squeeze(node)]),
        ["Unsqueeze"] = (["axes"], (node, _) => [SqueezeOperators.Unsqueeze(node)]),
        ["Gather"] = (["axis"], (node, chain) => [GatherOperator.Apply(node, chain)]),
        ["Slice"] = (["axes", "starts", "ends"], (node, chain) => [SliceOperator.Apply(node, chain)]),
        ["Split"] = (["axis", "split", "num_outputs"], (node, _) => SplitOperator.Apply(node)),
        ["Concat"] = (["axis"], (node, _) => [ConcatOperator.Apply(node)]),
        ["Shape"] = (["start", "end"], (node, _) => [ExtentOperators.Shape(node)]),
        ["ConstantOfShape"] = (["value"], (node, _) => [ExtentOperators.ConstantOfShape(node)]),
        ["Expand"] = ([], (node, _) => [ExtentOperators.Expand(node)]),
    };

    private static readonly Dictionary<string, string> refused = new(StringComparer.Ordinal)
    {
        ["LSTM"] = "there is no LSTM layer; models have GRUs and dense layers.",
        ["RNN"] = "there is no plain recurrent layer; models have GRUs and dense layers.",
        ["Conv"] = "there is no convolution; models have GRUs and dense layers. Compute it outside the model.",
        ["BatchNormalization"] = "a normalization between layers is no layer; fold it into the weights of its neighbour before exporting. One of the input may be written as Sub and Mul.",
        ["LayerNormalization"] = "it depends on all features of a step and cannot be folded into weights; there is no such layer.",
        ["LogSoftmax"] = "its outputs are logarithms; export with Softmax, or without either, and take the logarithm outside the model.",
        ["If"] = "the graph depends on a value; export with sizes that are fixed, so that it does not.",
        ["Loop"] = "loops over steps are not taken apart; export recurrent layers as GRU nodes.",
        ["Scan"] = "loops over steps are not taken apart; export recurrent layers as GRU nodes.",
    };

    /// <summary>Computes the results of a node; layers go to the chain.</summary>
    /// <exception cref="ImportException">The operator, or what this node does with it, is not taken.</exception>
    public static IReadOnlyList<GraphValue> Apply(GraphNode node, LayerChain chain)
    {
        if (!taken.TryGetValue(node.Operator, out var operation))
        {
            throw node.Refuse(refused.GetValueOrDefault(node.Operator) ?? $"the operator is not taken; taken are {string.Join(", ", taken.Keys.Order(StringComparer.Ordinal))}.");
        }

        node.RequireAttributes(operation.Attributes);
        IReadOnlyList<GraphValue> results = operation.Apply(node, chain);
        return results.Any(static result => result is ConstantArray { Count: 0, Sizes.Count: not 1 }) ? throw node.Refuse("it makes an array without elements.") : results;
    }
}
