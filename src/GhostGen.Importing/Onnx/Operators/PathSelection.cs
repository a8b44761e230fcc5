using GhostGen.Importing.Onnx.Values;

namespace GhostGen.Importing.Onnx.Operators;

/// <summary>What may be selected of a value on the way from the input to the output.</summary>
internal static class PathSelection
{
    /// <summary>Why something else is refused.</summary>
    public const string Refusal = "it takes a part of what the layer before it writes. Taken are all of it, or its last step: a model gives the outputs of every step.";

    /// <summary>Whether an element is the last step, or the only element there is.</summary>
    public static bool IsLast(GraphNode node, Axis axis, long index, LayerChain chain)
    {
        if (axis.Size is { } size && (index < -size || index >= size))
        {
            throw node.Refuse(FormattableString.Invariant($"it takes element {index} of {size}."));
        }

        return axis.Size == 1 || (chain.IsSteps(axis) && (index == -1 || index == axis.Size - 1));
    }
}
