using GhostGen.Folding;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Reference;

/// <summary>
/// A GhostGRU (Zhou et al., "GhostRNN: Reducing State Redundancy in RNN with Cheap Operations", Interspeech 2023, arXiv 2411.14489),
/// output by output.
/// </summary>
internal sealed class ReferenceGhostGru<T> : IReferenceLayer<T>
    where T : struct, IEquatable<T>
{
    private readonly GhostGruShape shape;
    private readonly ReferenceArithmetic<T> arithmetic;
    private readonly int intrinsic;
    private readonly ReferenceGate<T> reset;
    private readonly ReferenceGate<T> update;
    private readonly ReferenceGate<T> candidate;
    private readonly float[]? biasGhostCandidate;
    private readonly ReferenceCheapMap<T> cheap;
    private readonly T[] gated;
    private readonly T[] next;

    internal ReferenceGhostGru(FoldedLayer weights, GhostGruShape shape, ReferenceArithmetic<T> arithmetic)
    {
        this.shape = shape;
        this.arithmetic = arithmetic;
        intrinsic = shape.Intrinsic;
        reset = new(weights, shape, 0, intrinsic, shape.Reset, arithmetic);
        update = new(weights, shape, 1, intrinsic, shape.Reset, arithmetic);
        candidate = new(weights, shape, 2, intrinsic, shape.Reset, arithmetic);
        biasGhostCandidate = shape.Ghosts > 0 && shape.Reset == ResetForm.AfterProduct ? weights[TensorNames.BiasGhostCandidate] : null;
        cheap = new(weights, shape, arithmetic);
        gated = new T[intrinsic];
        next = new T[shape.Hidden];
    }

    /// <inheritdoc/>
    public ReadOnlySpan<T> Step(ReadOnlySpan<T> input, Span<T> state)
    {
        if (shape.Reset == ResetForm.BeforeProduct)
        {
            for (int i = 0; i < intrinsic; i++)
            {
                gated[i] = arithmetic.Multiply(reset.Sigmoid(i, input, state), state[i]);
            }
        }

        for (int i = 0; i < intrinsic; i++)
        {
            T z = update.Sigmoid(i, input, state);
            T c = arithmetic.Apply(Activation.Tanh, shape.Reset switch
            {
                ResetForm.AfterProduct => AfterProduct(i, input, state),
                ResetForm.AfterWholeProduct => AfterWholeProduct(i, input, state),
                _ => BeforeProduct(i, input, state),
            });
            next[i] = arithmetic.Blend(z, state[i], c);
        }

        cheap.Apply(next.AsSpan(0, intrinsic), next.AsSpan(intrinsic));
        next.CopyTo(state);
        return state;
    }

    /// <summary><c>W_ic x + W_gc g + b_ic + b_gc + r (W_hc h + b_hc)</c>: the ghosts stand outside the reset gate.</summary>
    private T AfterProduct(int i, ReadOnlySpan<T> input, ReadOnlySpan<T> state)
    {
        float bias = candidate.InputBias(i);
        T outside = arithmetic.Add(arithmetic.Start(biasGhostCandidate is null ? bias : bias + biasGhostCandidate[i]), candidate.Input(i), input, StageSource.Input);
        outside = arithmetic.Add(outside, candidate.State(i)[intrinsic..], state[intrinsic..], StageSource.Ghosts);
        T inside = arithmetic.Add(arithmetic.Start(candidate.StateBias(i)), candidate.State(i)[..intrinsic], state[..intrinsic], StageSource.Intrinsic);
        return arithmetic.MultiplyAdd(reset.Sigmoid(i, input, state), inside, outside);
    }

    /// <summary><c>W_ic x + b_ic + r (W_hc [h; g] + b_hc)</c>.</summary>
    private T AfterWholeProduct(int i, ReadOnlySpan<T> input, ReadOnlySpan<T> state)
    {
        T outside = arithmetic.Add(arithmetic.Start(candidate.InputBias(i)), candidate.Input(i), input, StageSource.Input);
        T inside = candidate.AddState(i, arithmetic.Start(candidate.StateBias(i)), state);
        return arithmetic.MultiplyAdd(reset.Sigmoid(i, input, state), inside, outside);
    }

    /// <summary><c>W_ic x + W_hc (r o h) + W_gc g + b_ic</c>.</summary>
    private T BeforeProduct(int i, ReadOnlySpan<T> input, ReadOnlySpan<T> state)
    {
        T sum = arithmetic.Add(arithmetic.Start(candidate.InputBias(i)), candidate.Input(i), input, StageSource.Input);
        sum = arithmetic.Add(sum, candidate.State(i)[..intrinsic], gated, StageSource.ResetState);
        return arithmetic.Add(sum, candidate.State(i)[intrinsic..], state[intrinsic..], StageSource.Ghosts);
    }
}
