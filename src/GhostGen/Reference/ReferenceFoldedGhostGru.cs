using GhostGen.Folding;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Reference;

/// <summary>
/// A GhostGRU whose ghosts are linear and folded into the recurrent weights, output by output: gates read the intrinsic states alone, and
/// the ghosts are computed for the layer's output. <see cref="DoubleReferenceModel"/> has the equations without folding.
/// </summary>
internal sealed class ReferenceFoldedGhostGru<T> : IReferenceLayer<T>
    where T : struct, IEquatable<T>
{
    private const int ResetGate = 0;
    private const int UpdateGate = 1;
    private const int CandidateGate = 2;

    private readonly GhostGruShape shape;
    private readonly ReferenceArithmetic<T> arithmetic;
    private readonly int intrinsic;
    private readonly ReferenceGate<T>[] gates;
    private readonly float[] biasGhostCandidate;
    private readonly float[] weightGhostCandidate;
    private readonly float[]? biasGhosts;
    private readonly ReferenceCheapMap<T> cheap;
    private readonly T[] gated;
    private readonly T[] next;

    internal ReferenceFoldedGhostGru(FoldedLayer weights, GhostGruShape shape, ReferenceArithmetic<T> arithmetic)
    {
        this.shape = shape;
        this.arithmetic = arithmetic;
        intrinsic = shape.Intrinsic;
        gates = Array.ConvertAll([ResetGate, UpdateGate, CandidateGate], block => new ReferenceGate<T>(weights, shape, block, intrinsic, shape.Reset, arithmetic));
        biasGhostCandidate = weights.Find(TensorNames.BiasGhostCandidate) ?? [];
        weightGhostCandidate = weights.Find(FoldedNames.WeightGhostCandidate) ?? [];
        biasGhosts = weights.Find(FoldedNames.BiasGhosts);
        cheap = new(weights, shape, arithmetic);
        gated = new T[intrinsic];
        next = new T[shape.Hidden];
    }

    /// <inheritdoc/>
    public ReadOnlySpan<T> Step(ReadOnlySpan<T> input, Span<T> state)
    {
        // What the ghosts' bias adds counts once there are ghosts; before the first step all of the state is zero.
        bool present = state.ContainsAnyExcept(default(T));
        ReadOnlySpan<T> h = state[..intrinsic];
        if (shape.Reset == ResetForm.BeforeProduct)
        {
            for (int i = 0; i < intrinsic; i++)
            {
                gated[i] = arithmetic.Multiply(Sigmoid(ResetGate, i, input, h, present), h[i]);
            }
        }

        for (int i = 0; i < intrinsic; i++)
        {
            T z = Sigmoid(UpdateGate, i, input, h, present);
            T c = arithmetic.Apply(Activation.Tanh, shape.Reset switch
            {
                ResetForm.AfterProduct => AfterProduct(i, input, h, present),
                ResetForm.AfterWholeProduct => AfterWholeProduct(i, input, h, present),
                _ => BeforeProduct(i, input, h, present),
            });
            next[i] = arithmetic.Blend(z, h[i], c);
        }

        cheap.Apply(next.AsSpan(0, intrinsic), next.AsSpan(intrinsic));
        next.CopyTo(state);
        return state;
    }

    /// <summary><c>sigmoid(W_i x + b_i + (W_h + W_g A) h + b_h + W_g b)</c>.</summary>
    private T Sigmoid(int gate, int i, ReadOnlySpan<T> input, ReadOnlySpan<T> h, bool present) =>
        arithmetic.Sigmoid(AddGhostBias(gate, i, gates[gate].Sum(i, input, h), present));

    /// <summary><c>W_ic x + W_gc A h + W_gc b + b_ic + b_gc + r (W_hc h + b_hc)</c>: two products with h, one on each side of the reset gate.</summary>
    private T AfterProduct(int i, ReadOnlySpan<T> input, ReadOnlySpan<T> h, bool present)
    {
        ReferenceGate<T> candidate = gates[CandidateGate];
        T outside = arithmetic.Add(arithmetic.Start(candidate.InputBias(i) + biasGhostCandidate[i]), candidate.Input(i), input, StageSource.Input);
        outside = AddGhostBias(CandidateGate, i, arithmetic.Add(outside, GhostCandidate(i), h, StageSource.Intrinsic), present);
        T inside = arithmetic.Add(arithmetic.Start(candidate.StateBias(i)), candidate.State(i), h, StageSource.Intrinsic);
        return arithmetic.MultiplyAdd(Sigmoid(ResetGate, i, input, h, present), inside, outside);
    }

    /// <summary><c>W_ic x + b_ic + r ((W_hc + W_gc A) h + W_gc b + b_hc)</c>.</summary>
    private T AfterWholeProduct(int i, ReadOnlySpan<T> input, ReadOnlySpan<T> h, bool present)
    {
        ReferenceGate<T> candidate = gates[CandidateGate];
        T outside = arithmetic.Add(arithmetic.Start(candidate.InputBias(i)), candidate.Input(i), input, StageSource.Input);
        T inside = AddGhostBias(CandidateGate, i, arithmetic.Add(arithmetic.Start(candidate.StateBias(i)), candidate.State(i), h, StageSource.Intrinsic), present);
        return arithmetic.MultiplyAdd(Sigmoid(ResetGate, i, input, h, present), inside, outside);
    }

    /// <summary><c>W_ic x + W_hc (r o h) + W_gc A h + W_gc b + b_ic</c>.</summary>
    private T BeforeProduct(int i, ReadOnlySpan<T> input, ReadOnlySpan<T> h, bool present)
    {
        ReferenceGate<T> candidate = gates[CandidateGate];
        T sum = arithmetic.Add(arithmetic.Start(candidate.InputBias(i)), candidate.Input(i), input, StageSource.Input);
        sum = arithmetic.Add(sum, candidate.State(i), gated, StageSource.ResetState);
        return AddGhostBias(CandidateGate, i, arithmetic.Add(sum, GhostCandidate(i), h, StageSource.Intrinsic), present);
    }

    private ArraySegment<float> GhostCandidate(int i) => new(weightGhostCandidate, i * intrinsic, intrinsic);

    private T AddGhostBias(int gate, int i, T sum, bool present) =>
        biasGhosts is null ? sum : arithmetic.AddWherePresent(sum, biasGhosts[(gate * intrinsic) + i], present);
}
