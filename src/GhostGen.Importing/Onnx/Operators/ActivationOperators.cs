using GhostGen.Importing.Onnx.Values;

namespace GhostGen.Importing.Onnx.Operators;

/// <summary>Functions at the end of a dense layer.</summary>
internal static class ActivationOperators
{
    /// <summary>The first version in which Softmax goes along one axis; before, it went along all from one on.</summary>
    private const long SoftmaxOfOneAxis = 13;

    /// <summary>A function of each element.</summary>
    public static GraphValue Apply(GraphNode node, LayerChain chain, Activation activation) => chain.Activate(node, Path(node), activation);

    /// <summary>A softmax over the features.</summary>
    public static GraphValue Softmax(GraphNode node, LayerChain chain)
    {
        DataPath path = Path(node);
        bool ofOneAxis = node.OperatorSet >= SoftmaxOfOneAxis;
        int axis = node.Axis(node.Integer("axis", ofOneAxis ? -1 : 1), path.Axes.Count);
        IEnumerable<Axis> others = ofOneAxis ? path.Axes.Where((_, i) => i == axis) : path.Axes.Skip(axis);
        return others.Count(static one => one.IsFeatures) == 1 && others.All(static one => one.IsFeatures || one.Size == 1)
            ? chain.Activate(node, path, Activation.Softmax)
            : throw node.Refuse(FormattableString.Invariant($"its axis is {axis} of {path.Axes.Count}, which is not that of the features, or not only that; taken is a softmax over the features of a step."));
    }

    private static DataPath Path(GraphNode node) =>
        node.Input(0) is DataPath path ? path : throw node.Refuse($"it reads {node.Input(0).Words}; taken is what a dense layer writes.");
}
