using GhostGen.Folding;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Reference;

/// <summary>A GRU, output by output.</summary>
internal sealed class ReferenceGru<T> : IReferenceLayer<T>
    where T : struct, IEquatable<T>
{
    private readonly GruShape shape;
    private readonly ReferenceArithmetic<T> arithmetic;
    private readonly ReferenceGate<T> reset;
    private readonly ReferenceGate<T> update;
    private readonly ReferenceGate<T> candidate;
    private readonly T[] gated;
    private readonly T[] next;

    internal ReferenceGru(FoldedLayer weights, GruShape shape, ReferenceArithmetic<T> arithmetic)
    {
        this.shape = shape;
        this.arithmetic = arithmetic;
        reset = new(weights, shape, 0, shape.Hidden, shape.Reset, arithmetic);
        update = new(weights, shape, 1, shape.Hidden, shape.Reset, arithmetic);
        candidate = new(weights, shape, 2, shape.Hidden, shape.Reset, arithmetic);
        gated = new T[shape.Hidden];
        next = new T[shape.Hidden];
    }

    /// <inheritdoc/>
    public ReadOnlySpan<T> Step(ReadOnlySpan<T> input, Span<T> state)
    {
        if (shape.Reset == ResetForm.BeforeProduct)
        {
            for (int i = 0; i < gated.Length; i++)
            {
                gated[i] = arithmetic.Multiply(reset.Sigmoid(i, input, state), state[i]);
            }
        }

        for (int i = 0; i < next.Length; i++)
        {
            T z = update.Sigmoid(i, input, state);
            T sum = shape.Reset == ResetForm.BeforeProduct ? Before(i, input) : After(i, input, state);
            T c = arithmetic.Apply(shape.CandidateActivation, sum);
            next[i] = arithmetic.Blend(z, state[i], c);
        }

        next.CopyTo(state);
        return state;
    }

    /// <summary><c>W_ic x + b_ic + r (W_hc h + b_hc)</c>.</summary>
    private T After(int i, ReadOnlySpan<T> input, ReadOnlySpan<T> state)
    {
        T r = reset.Sigmoid(i, input, state);
        T outside = arithmetic.Add(arithmetic.Start(candidate.InputBias(i)), candidate.Input(i), input, StageSource.Input);
        T inside = arithmetic.Add(arithmetic.Start(candidate.StateBias(i)), candidate.State(i), state, StageSource.State);
        return arithmetic.MultiplyAdd(r, inside, outside);
    }

    /// <summary><c>W_ic x + W_hc (r o h) + b_ic</c>.</summary>
    private T Before(int i, ReadOnlySpan<T> input) =>
        arithmetic.Add(arithmetic.Add(arithmetic.Start(candidate.InputBias(i)), candidate.Input(i), input, StageSource.Input), candidate.State(i), gated, StageSource.ResetState);
}
