using GhostGen.Folding;
using GhostGen.Kernels;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Reference;

/// <summary>
/// A GhostGRU (Zhou et al., "GhostRNN: Reducing State Redundancy in RNN with Cheap Operations", Interspeech 2023, arXiv 2411.14489),
/// output by output.
/// </summary>
internal sealed class ReferenceGhostGru : IReferenceLayer
{
    private readonly GhostGruShape shape;
    private readonly ReferenceActivation activation;
    private readonly ReferenceProduct product;
    private readonly int intrinsic;
    private readonly ReferenceGate reset;
    private readonly ReferenceGate update;
    private readonly ReferenceGate candidate;
    private readonly float[]? biasGhostCandidate;
    private readonly ReferenceCheapMap cheap;
    private readonly float[] gated;
    private readonly float[] next;

    internal ReferenceGhostGru(FoldedLayer weights, GhostGruShape shape, ReferenceActivation activation, ReferenceProduct product)
    {
        this.shape = shape;
        this.activation = activation;
        this.product = product;
        intrinsic = shape.Intrinsic;
        reset = new(weights, shape, 0, intrinsic, shape.Reset, activation, product);
        update = new(weights, shape, 1, intrinsic, shape.Reset, activation, product);
        candidate = new(weights, shape, 2, intrinsic, shape.Reset, activation, product);
        biasGhostCandidate = shape.Ghosts > 0 && shape.Reset == ResetForm.AfterProduct ? weights[TensorNames.BiasGhostCandidate] : null;
        cheap = new(weights, shape, activation, product);
        gated = new float[intrinsic];
        next = new float[shape.Hidden];
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Step(ReadOnlySpan<float> input, Span<float> state)
    {
        if (shape.Reset == ResetForm.BeforeProduct)
        {
            for (int i = 0; i < intrinsic; i++)
            {
                gated[i] = reset.Sigmoid(i, input, state) * state[i];
            }
        }

        for (int i = 0; i < intrinsic; i++)
        {
            float z = update.Sigmoid(i, input, state);
            float c = activation.Tanh(shape.Reset switch
            {
                ResetForm.AfterProduct => AfterProduct(i, input, state),
                ResetForm.AfterWholeProduct => AfterWholeProduct(i, input, state),
                _ => BeforeProduct(i, input, state),
            });
            next[i] = ReferenceBlend.Blend(z, state[i], c);
        }

        cheap.Apply(next.AsSpan(0, intrinsic), next.AsSpan(intrinsic));
        next.CopyTo(state);
        return state;
    }

    /// <summary><c>W_ic x + W_gc g + b_ic + b_gc + r (W_hc h + b_hc)</c>: the ghosts stand outside the reset gate.</summary>
    private float AfterProduct(int i, ReadOnlySpan<float> input, ReadOnlySpan<float> state)
    {
        float bias = candidate.InputBias(i);
        float outside = product.Add(ChainStart.Of(biasGhostCandidate is null ? bias : bias + biasGhostCandidate[i]), candidate.Input(i), input, StageSource.Input);
        outside = product.Add(outside, candidate.State(i)[intrinsic..], state[intrinsic..], StageSource.Ghosts);
        float inside = product.Add(ChainStart.Of(candidate.StateBias(i)), candidate.State(i)[..intrinsic], state[..intrinsic], StageSource.Intrinsic);
        return Scalar.MultiplyAdd(reset.Sigmoid(i, input, state), inside, outside);
    }

    /// <summary><c>W_ic x + b_ic + r (W_hc [h; g] + b_hc)</c>.</summary>
    private float AfterWholeProduct(int i, ReadOnlySpan<float> input, ReadOnlySpan<float> state)
    {
        float outside = product.Add(ChainStart.Of(candidate.InputBias(i)), candidate.Input(i), input, StageSource.Input);
        float inside = candidate.AddState(i, ChainStart.Of(candidate.StateBias(i)), state);
        return Scalar.MultiplyAdd(reset.Sigmoid(i, input, state), inside, outside);
    }

    /// <summary><c>W_ic x + W_hc (r o h) + W_gc g + b_ic</c>.</summary>
    private float BeforeProduct(int i, ReadOnlySpan<float> input, ReadOnlySpan<float> state)
    {
        float sum = product.Add(ChainStart.Of(candidate.InputBias(i)), candidate.Input(i), input, StageSource.Input);
        sum = product.Add(sum, candidate.State(i)[..intrinsic], gated, StageSource.ResetState);
        return product.Add(sum, candidate.State(i)[intrinsic..], state[intrinsic..], StageSource.Ghosts);
    }
}
