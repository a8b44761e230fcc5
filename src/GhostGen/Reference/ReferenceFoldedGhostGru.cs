using GhostGen.Folding;
using GhostGen.Kernels;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Reference;

/// <summary>
/// A GhostGRU whose ghosts are linear and folded into the recurrent weights, output by output: gates read the intrinsic states alone, and
/// the ghosts are computed for the layer's output. <see cref="DoubleReferenceModel"/> has the equations without folding.
/// </summary>
internal sealed class ReferenceFoldedGhostGru : IReferenceLayer
{
    private const int ResetGate = 0;
    private const int UpdateGate = 1;
    private const int CandidateGate = 2;

    private readonly GhostGruShape shape;
    private readonly ReferenceActivation activation;
    private readonly ReferenceProduct product;
    private readonly int intrinsic;
    private readonly ReferenceGate[] gates;
    private readonly float[] biasGhostCandidate;
    private readonly float[] weightGhostCandidate;
    private readonly float[]? biasGhosts;
    private readonly ReferenceCheapMap cheap;
    private readonly float[] gated;
    private readonly float[] next;

    internal ReferenceFoldedGhostGru(FoldedLayer weights, GhostGruShape shape, ReferenceActivation activation, ReferenceProduct product)
    {
        this.shape = shape;
        this.activation = activation;
        this.product = product;
        intrinsic = shape.Intrinsic;
        gates = Array.ConvertAll([ResetGate, UpdateGate, CandidateGate], block => new ReferenceGate(weights, shape, block, intrinsic, shape.Reset, activation, product));
        biasGhostCandidate = weights.Find(TensorNames.BiasGhostCandidate) ?? [];
        weightGhostCandidate = weights.Find(FoldedNames.WeightGhostCandidate) ?? [];
        biasGhosts = weights.Find(FoldedNames.BiasGhosts);
        cheap = new(weights, shape, activation, product);
        gated = new float[intrinsic];
        next = new float[shape.Hidden];
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Step(ReadOnlySpan<float> input, Span<float> state)
    {
        // What the ghosts' bias adds counts once there are ghosts; before the first step all of the state is zero.
        float present = state.ContainsAnyExcept(0f) ? 1 : 0;
        ReadOnlySpan<float> h = state[..intrinsic];
        if (shape.Reset == ResetForm.BeforeProduct)
        {
            for (int i = 0; i < intrinsic; i++)
            {
                gated[i] = Sigmoid(ResetGate, i, input, h, present) * h[i];
            }
        }

        for (int i = 0; i < intrinsic; i++)
        {
            float z = Sigmoid(UpdateGate, i, input, h, present);
            float c = activation.Tanh(shape.Reset switch
            {
                ResetForm.AfterProduct => AfterProduct(i, input, h, present),
                ResetForm.AfterWholeProduct => AfterWholeProduct(i, input, h, present),
                _ => BeforeProduct(i, input, h, present),
            });
            next[i] = ReferenceBlend.Blend(z, h[i], c);
        }

        cheap.Apply(next.AsSpan(0, intrinsic), next.AsSpan(intrinsic));
        next.CopyTo(state);
        return state;
    }

    /// <summary><c>sigmoid(W_i x + b_i + (W_h + W_g A) h + b_h + W_g b)</c>.</summary>
    private float Sigmoid(int gate, int i, ReadOnlySpan<float> input, ReadOnlySpan<float> h, float present) =>
        activation.Sigmoid(AddGhostBias(gate, i, gates[gate].Sum(i, input, h), present));

    /// <summary><c>W_ic x + W_gc A h + W_gc b + b_ic + b_gc + r (W_hc h + b_hc)</c>: two products with h, one on each side of the reset gate.</summary>
    private float AfterProduct(int i, ReadOnlySpan<float> input, ReadOnlySpan<float> h, float present)
    {
        ReferenceGate candidate = gates[CandidateGate];
        float outside = product.Add(ChainStart.Of(candidate.InputBias(i) + biasGhostCandidate[i]), candidate.Input(i), input, StageSource.Input);
        outside = AddGhostBias(CandidateGate, i, product.Add(outside, GhostCandidate(i), h, StageSource.Intrinsic), present);
        float inside = product.Add(ChainStart.Of(candidate.StateBias(i)), candidate.State(i), h, StageSource.Intrinsic);
        return Scalar.MultiplyAdd(Sigmoid(ResetGate, i, input, h, present), inside, outside);
    }

    /// <summary><c>W_ic x + b_ic + r ((W_hc + W_gc A) h + W_gc b + b_hc)</c>.</summary>
    private float AfterWholeProduct(int i, ReadOnlySpan<float> input, ReadOnlySpan<float> h, float present)
    {
        ReferenceGate candidate = gates[CandidateGate];
        float outside = product.Add(ChainStart.Of(candidate.InputBias(i)), candidate.Input(i), input, StageSource.Input);
        float inside = AddGhostBias(CandidateGate, i, product.Add(ChainStart.Of(candidate.StateBias(i)), candidate.State(i), h, StageSource.Intrinsic), present);
        return Scalar.MultiplyAdd(Sigmoid(ResetGate, i, input, h, present), inside, outside);
    }

    /// <summary><c>W_ic x + W_hc (r o h) + W_gc A h + W_gc b + b_ic</c>.</summary>
    private float BeforeProduct(int i, ReadOnlySpan<float> input, ReadOnlySpan<float> h, float present)
    {
        ReferenceGate candidate = gates[CandidateGate];
        float sum = product.Add(ChainStart.Of(candidate.InputBias(i)), candidate.Input(i), input, StageSource.Input);
        sum = product.Add(sum, candidate.State(i), gated, StageSource.ResetState);
        return AddGhostBias(CandidateGate, i, product.Add(sum, GhostCandidate(i), h, StageSource.Intrinsic), present);
    }

    private ArraySegment<float> GhostCandidate(int i) => new(weightGhostCandidate, i * intrinsic, intrinsic);

    private float AddGhostBias(int gate, int i, float sum, float present) =>
        biasGhosts is null ? sum : Scalar.MultiplyAdd(biasGhosts[(gate * intrinsic) + i], present, sum);
}
