using GhostGen.Importing.Layers;
using GhostGen.Importing.Onnx.Values;
using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Importing.Onnx.Operators;

/// <summary>
/// The operator GRU in one direction. Its gates stand in the order update, reset, candidate; its two biases are one where the reset gate is before
/// the product.
/// </summary>
internal static class GruOperator
{
    /// <summary>What it may say.</summary>
    public static readonly string[] Attributes = ["activation_alpha", "activation_beta", "activations", "clip", "direction", "hidden_size", "layout", "linear_before_reset"];

    private const int Gates = 3;

    /// <summary>Applies the operator.</summary>
    /// <returns>The outputs of every step, and those of the last one.</returns>
    public static IReadOnlyList<GraphValue> Apply(GraphNode node, LayerChain chain)
    {
        RequireTaken(node);
        if (node.Input(0) is not DataPath path)
        {
            throw node.Refuse($"it reads {node.Input(0).Words}; taken is what depends on the input.");
        }

        if (path.Axes.Count != Gates)
        {
            throw node.Refuse(FormattableString.Invariant($"what it reads has {path.Axes.Count} axes; a GRU needs steps, sequences and features."));
        }

        (ConstantArray<float> weights, ConstantArray<float> recurrent, float[]? biases) = Weights(node);
        (int input, int hidden) = (weights.Sizes[2], recurrent.Sizes[2]);
        DataPath entered = chain.Enter(node, path, input);
        bool batchFirst = node.Integer("layout", 0) != 0;
        (Axis steps, Axis sequences) = batchFirst ? (entered.Axes[1], entered.Axes[0]) : (entered.Axes[0], entered.Axes[1]);
        chain.RequireSteps(node, steps);
        RequireZeroStart(node, chain);
        bool after = node.Integer("linear_before_reset", 0) != 0;
        (DataPath all, DataPath last) = chain.AddGru(
            node,
            entered,
            name => new GruShape(name, input, hidden) { Reset = after ? ResetForm.AfterProduct : ResetForm.BeforeProduct, CandidateActivation = Candidate(node) },
            Tensors(node, weights.Values, recurrent.Values, biases ?? new float[2 * Gates * hidden], after),
            features => batchFirst
                ? ([sequences, steps, Axis.One, features], [sequences, Axis.One, features])
                : ([steps, Axis.One, sequences, features], [Axis.One, sequences, features]));
        return [all, last];
    }

    private static float[][] Tensors(GraphNode node, float[] weights, float[] recurrent, float[] biases, bool after)
    {
        node.Spend((long)weights.Length + recurrent.Length + (2 * biases.Length));
        float[] input = Layout.ExchangeGates(biases.AsSpan(0, biases.Length / 2));
        float[] state = Layout.ExchangeGates(biases.AsSpan(biases.Length / 2));
        float[][] products = [Layout.ExchangeGates(weights), Layout.ExchangeGates(recurrent)];
        return after ? [.. products, input, state] : [.. products, Layout.Sum(input, state)];
    }

    private static void RequireTaken(GraphNode node)
    {
        if (node.Text("direction", "forward") is not "forward" and var direction)
        {
            throw node.Refuse($"its direction is {Quote.Of(direction)}; a model runs forward, step by step as they come, and cannot read steps that are yet to come. Train it with one direction.");
        }

        if (node.Has("clip"))
        {
            throw node.Refuse("it clips the sums before its activations (clip), which no layer here does.");
        }

        if (node.Has("activation_alpha") || node.Has("activation_beta"))
        {
            throw node.Refuse("its activations have parameters (activation_alpha, activation_beta); taken are Sigmoid for the gates, and Tanh or Relu for the candidate.");
        }

        if (node.Integer("layout", 0) is not (0 or 1) and var layout)
        {
            throw node.Refuse(FormattableString.Invariant($"its layout is {layout}; 0 or 1 is expected."));
        }

        // With lengths, the operator leaves zeros behind the end of a sequence; a stream has no end.
        if (node.HasInput(4))
        {
            throw node.Refuse($"sequences have lengths of their own (sequence_lens, {Quote.Of(node.InputName(4))}); a model goes on as long as steps come. Export without them.");
        }
    }

    private static Activation Candidate(GraphNode node)
    {
        IReadOnlyList<string> activations = node.Texts("activations") ?? ["Sigmoid", "Tanh"];
        if (activations is [var gate, var candidate] && gate.Equals("Sigmoid", StringComparison.OrdinalIgnoreCase))
        {
            if (candidate.Equals("Tanh", StringComparison.OrdinalIgnoreCase))
            {
                return Activation.Tanh;
            }

            if (candidate.Equals("Relu", StringComparison.OrdinalIgnoreCase))
            {
                return Activation.Relu;
            }
        }

        throw node.Refuse($"its activations are {Quote.Of(string.Join(", ", activations))}; taken are Sigmoid for the gates, and Tanh or Relu for the candidate.");
    }

    /// <summary>Requires three arrays that agree: W [1, 3h, input], R [1, 3h, h] and B [1, 6h].</summary>
    private static (ConstantArray<float> Weights, ConstantArray<float> Recurrent, float[]? Biases) Weights(GraphNode node)
    {
        ConstantArray<float> weights = Constants.Singles(node, 1, "W");
        ConstantArray<float> recurrent = Constants.Singles(node, 2, "R");
        ConstantArray<float>? biases = node.OptionalInput(3) is { } value ? Constants.Singles(node, value, "B") : null;
        long hidden = node.Integer("hidden_size", recurrent.Sizes.Count > 0 ? recurrent.Sizes[^1] : 0);
        long input = weights.Sizes.Count > 0 ? weights.Sizes[^1] : 0;
        if (!ShapeLimits.IsSize(hidden) || !ShapeLimits.IsSize(input))
        {
            throw node.Refuse(FormattableString.Invariant($"its input has the size {input} and its state {hidden}; sizes are from 1 to {ShapeLimits.LargestSize}."));
        }

        Require(node, weights, "W", 1, Gates * hidden, input);
        Require(node, recurrent, "R", 1, Gates * hidden, hidden);
        if (biases is not null)
        {
            Require(node, biases, "B", 1, 2 * Gates * hidden);
        }

        return (weights, recurrent, biases?.Values);
    }

    private static void Require(GraphNode node, ConstantArray<float> array, string name, params long[] sizes)
    {
        if (!array.Sizes.Select(static size => (long)size).SequenceEqual(sizes))
        {
            throw node.Refuse($"{name} has the shape {array.Dimensions}; [{string.Join(", ", sizes)}] is expected, of one direction and by hidden_size and the other arrays.");
        }
    }

    private static void RequireZeroStart(GraphNode node, LayerChain chain)
    {
        switch (node.OptionalInput(5))
        {
            case null or ZeroValue:
            case ConstantArray<float> array when array.Values.All(static value => value == 0):
                return;
            case InputPart part:
                chain.UseAsState(node, part.Source);
                return;
            case DataPath { Stage: 0 } path:
                chain.UseAsState(node, path.Source);
                return;
            case ConstantArray:
                throw node.Refuse($"its initial state {Quote.Of(node.InputName(5))} is not zero, and models start at zero. Export without it, and write it into State after Reset.");
            case GraphValue value:
                throw node.Refuse($"its initial state is {value.Words}; taken are zeros, or an input of the graph.");
        }
    }
}
