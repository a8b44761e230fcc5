using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Reference;

/// <summary>
/// A GRU or GhostGRU in double precision, the equations of arXiv 2411.14489 vector by vector; a GRU is the layer without ghosts.
/// </summary>
internal sealed class DoubleRecurrent : IDoubleLayer
{
    private readonly ResetForm form;
    private readonly Activation candidateActivation;
    private readonly int intrinsic;
    private readonly DoubleMatrix[] inputWeights;
    private readonly DoubleMatrix[] intrinsicWeights;
    private readonly DoubleMatrix[] ghostWeights;
    private readonly double[][] inputBiases;
    private readonly double[][] stateBiases;
    private readonly double[] ghostCandidateBias;
    private readonly DoubleCheapMap? cheap;
    private readonly double[] reset;
    private readonly double[] update;
    private readonly double[] candidate;
    private readonly double[] inside;

    internal DoubleRecurrent(ModelManifest manifest, GruShape shape)
        : this(manifest, shape, shape.Reset, shape.Hidden) => candidateActivation = shape.CandidateActivation;

    internal DoubleRecurrent(ModelManifest manifest, GhostGruShape shape)
        : this(manifest, shape, shape.Reset, shape.Intrinsic)
    {
        candidateActivation = Activation.Tanh;
        if (shape.Ghosts == 0)
        {
            return;
        }

        cheap = new DoubleCheapMap(manifest, shape);
        if (form == ResetForm.AfterProduct)
        {
            ghostCandidateBias = DoubleVector.Widen(manifest.Tensor(shape, TensorNames.BiasGhostCandidate), 0, intrinsic);
        }
    }

    private DoubleRecurrent(ModelManifest manifest, LayerShape shape, ResetForm form, int intrinsic)
    {
        this.form = form;
        this.intrinsic = intrinsic;
        int hidden = shape.StateSize;
        float[] input = manifest.Tensor(shape, TensorNames.WeightInput);
        float[] state = manifest.Tensor(shape, TensorNames.WeightHidden);
        float[] inputBias = manifest.Tensor(shape, TensorNames.BiasInput);
        float[] stateBias = form == ResetForm.BeforeProduct ? new float[3 * intrinsic] : manifest.Tensor(shape, TensorNames.BiasHidden);
        int[] firstRows = [0, intrinsic, 2 * intrinsic];
        inputWeights = Array.ConvertAll(firstRows, row => new DoubleMatrix(input, shape.InputSize, row, intrinsic, 0, shape.InputSize));
        intrinsicWeights = Array.ConvertAll(firstRows, row => new DoubleMatrix(state, hidden, row, intrinsic, 0, intrinsic));
        ghostWeights = Array.ConvertAll(firstRows, row => new DoubleMatrix(state, hidden, row, intrinsic, intrinsic, hidden - intrinsic));
        inputBiases = Array.ConvertAll(firstRows, row => DoubleVector.Widen(inputBias, row, intrinsic));
        stateBiases = Array.ConvertAll(firstRows, row => DoubleVector.Widen(stateBias, row, intrinsic));
        ghostCandidateBias = new double[intrinsic];
        reset = new double[intrinsic];
        update = new double[intrinsic];
        candidate = new double[intrinsic];
        inside = new double[intrinsic];
    }

    /// <inheritdoc/>
    public void Step(ReadOnlySpan<double> input, Span<double> state, Span<double> output)
    {
        Span<double> h = state[..intrinsic];
        Span<double> g = state[intrinsic..];
        Gate(0, input, h, g, reset);
        Gate(1, input, h, g, update);
        Candidate(input, h, g);
        for (int i = 0; i < intrinsic; i++)
        {
            output[i] = ((1 - update[i]) * candidate[i]) + (update[i] * h[i]);
        }

        cheap?.Apply(output[..intrinsic], output[intrinsic..]);
        output.CopyTo(state);
    }

    /// <summary><c>sigmoid(W_i x + b_i + W_h [h; g] + b_h)</c>.</summary>
    private void Gate(int gate, ReadOnlySpan<double> input, ReadOnlySpan<double> h, ReadOnlySpan<double> g, Span<double> result)
    {
        inputBiases[gate].CopyTo(result);
        DoubleVector.Add(result, stateBiases[gate]);
        inputWeights[gate].AddProduct(input, result);
        intrinsicWeights[gate].AddProduct(h, result);
        ghostWeights[gate].AddProduct(g, result);
        DoubleVector.Activate(Activation.Sigmoid, result);
    }

    private void Candidate(ReadOnlySpan<double> input, ReadOnlySpan<double> h, ReadOnlySpan<double> g)
    {
        inputBiases[2].CopyTo(candidate, 0);
        inputWeights[2].AddProduct(input, candidate);
        if (form == ResetForm.BeforeProduct)
        {
            // W_hc (r o h): the gate is applied to the state.
            h.CopyTo(inside);
            DoubleVector.Multiply(inside, reset);
            intrinsicWeights[2].AddProduct(inside, candidate);
        }
        else
        {
            // r o (W_hc h + b_hc): the gate is applied to the product, with the ghosts inside or not.
            stateBiases[2].CopyTo(inside, 0);
            intrinsicWeights[2].AddProduct(h, inside);
            if (form == ResetForm.AfterWholeProduct)
            {
                ghostWeights[2].AddProduct(g, inside);
            }

            DoubleVector.Multiply(inside, reset);
            DoubleVector.Add(candidate, inside);
        }

        if (form != ResetForm.AfterWholeProduct)
        {
            ghostWeights[2].AddProduct(g, candidate);
            DoubleVector.Add(candidate, ghostCandidateBias);
        }

        DoubleVector.Activate(candidateActivation, candidate);
    }
}
