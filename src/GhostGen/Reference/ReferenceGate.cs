using GhostGen.Folding;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Reference;

/// <summary>One of the three blocks of a recurrent layer's stacked tensors: the rows of the reset gate, the update gate or the candidate.</summary>
internal sealed class ReferenceGate<T>
{
    private readonly float[] weightInput;
    private readonly float[] weightHidden;
    private readonly float[] biasInput;
    private readonly float[]? biasHidden;
    private readonly ReferenceArithmetic<T> arithmetic;
    private readonly int intrinsic;
    private readonly int firstRow;
    private readonly int inputSize;
    private readonly int hidden;

    /// <summary>Finds the rows.</summary>
    /// <param name="weights">The weights of a recurrent layer.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="block">0 for the reset gate, 1 for the update gate, 2 for the candidate.</param>
    /// <param name="rows">The rows of a block: the intrinsic size.</param>
    /// <param name="reset">Before the product there is one bias, otherwise there are two.</param>
    /// <param name="arithmetic">Products and the sigmoid.</param>
    internal ReferenceGate(FoldedLayer weights, LayerShape layer, int block, int rows, ResetForm reset, ReferenceArithmetic<T> arithmetic)
    {
        weightInput = weights[TensorNames.WeightInput];
        weightHidden = weights[TensorNames.WeightHidden];
        biasInput = weights[TensorNames.BiasInput];
        biasHidden = reset == ResetForm.BeforeProduct ? null : weights[TensorNames.BiasHidden];
        this.arithmetic = arithmetic;
        intrinsic = rows;
        firstRow = block * rows;
        inputSize = layer.InputSize;
        hidden = weightHidden.Length / (3 * rows);
    }

    /// <summary>The weights of the input in output <paramref name="i"/>.</summary>
    internal ArraySegment<float> Input(int i) => new(weightInput, (firstRow + i) * inputSize, inputSize);

    /// <summary>The weights of the state that gates read, the whole one or its intrinsic part, in output <paramref name="i"/>.</summary>
    internal ArraySegment<float> State(int i) => new(weightHidden, (firstRow + i) * hidden, hidden);

    /// <summary>The bias beside the input's weights of output <paramref name="i"/>.</summary>
    internal float InputBias(int i) => biasInput[firstRow + i];

    /// <summary>The bias beside the state's weights of output <paramref name="i"/>.</summary>
    /// <exception cref="InvalidOperationException">The layer has one bias only.</exception>
    internal float StateBias(int i) => biasHidden is null
        ? throw new InvalidOperationException("Where the reset gate stands before the product there is no bias beside the state's weights.")
        : biasHidden[firstRow + i];

    /// <summary><c>sigmoid(W_i x + b_i + W_h s + b_h)</c> for output <paramref name="i"/>: the chain starts at the sum of the biases there are.</summary>
    internal T Sigmoid(int i, ReadOnlySpan<T> input, ReadOnlySpan<T> state) => arithmetic.Sigmoid(Sum(i, input, state));

    /// <summary><c>W_i x + b_i + W_h s + b_h</c>, the same before the sigmoid.</summary>
    internal T Sum(int i, ReadOnlySpan<T> input, ReadOnlySpan<T> state)
    {
        T sum = arithmetic.Start(biasHidden is null ? InputBias(i) : InputBias(i) + StateBias(i));
        return AddState(i, arithmetic.Add(sum, Input(i), input, StageSource.Input), state);
    }

    /// <summary>Goes on from <paramref name="sum"/> with the state that gates read: <c>W_h s</c>.</summary>
    internal T AddState(int i, T sum, ReadOnlySpan<T> state)
    {
        if (!arithmetic.PartsState || state.Length == intrinsic)
        {
            return arithmetic.Add(sum, State(i), state, state.Length == intrinsic ? StageSource.Intrinsic : StageSource.State);
        }

        sum = arithmetic.Add(sum, State(i)[..intrinsic], state[..intrinsic], StageSource.Intrinsic);
        return arithmetic.Add(sum, State(i)[intrinsic..], state[intrinsic..], StageSource.Ghosts);
    }
}
