using GhostGen.Folding;
using GhostGen.Kernels;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Reference;

/// <summary>A GRU, output by output.</summary>
internal sealed class ReferenceGru : IReferenceLayer
{
    private readonly GruShape shape;
    private readonly ReferenceActivation activation;
    private readonly ReferenceProduct product;
    private readonly ReferenceGate reset;
    private readonly ReferenceGate update;
    private readonly ReferenceGate candidate;
    private readonly float[] gated;
    private readonly float[] next;

    internal ReferenceGru(FoldedLayer weights, GruShape shape, ReferenceActivation activation, ReferenceProduct product)
    {
        this.shape = shape;
        this.activation = activation;
        this.product = product;
        reset = new(weights, shape, 0, shape.Hidden, shape.Reset, activation, product);
        update = new(weights, shape, 1, shape.Hidden, shape.Reset, activation, product);
        candidate = new(weights, shape, 2, shape.Hidden, shape.Reset, activation, product);
        gated = new float[shape.Hidden];
        next = new float[shape.Hidden];
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Step(ReadOnlySpan<float> input, Span<float> state)
    {
        if (shape.Reset == ResetForm.BeforeProduct)
        {
            for (int i = 0; i < gated.Length; i++)
            {
                gated[i] = reset.Sigmoid(i, input, state) * state[i];
            }
        }

        for (int i = 0; i < next.Length; i++)
        {
            float z = update.Sigmoid(i, input, state);
            float sum = shape.Reset == ResetForm.BeforeProduct ? Before(i, input) : After(i, input, state);
            float c = activation.Apply(shape.CandidateActivation, sum);
            next[i] = ReferenceBlend.Blend(z, state[i], c);
        }

        next.CopyTo(state);
        return state;
    }

    /// <summary><c>W_ic x + b_ic + r (W_hc h + b_hc)</c>.</summary>
    private float After(int i, ReadOnlySpan<float> input, ReadOnlySpan<float> state)
    {
        float r = reset.Sigmoid(i, input, state);
        float outside = product.Add(ChainStart.Of(candidate.InputBias(i)), candidate.Input(i), input, StageSource.Input);
        float inside = product.Add(ChainStart.Of(candidate.StateBias(i)), candidate.State(i), state, StageSource.State);
        return Scalar.MultiplyAdd(r, inside, outside);
    }

    /// <summary><c>W_ic x + W_hc (r o h) + b_ic</c>.</summary>
    private float Before(int i, ReadOnlySpan<float> input) =>
        product.Add(product.Add(ChainStart.Of(candidate.InputBias(i)), candidate.Input(i), input, StageSource.Input), candidate.State(i), gated, StageSource.ResetState);
}
