using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Quantization;

/// <summary>What quantisation is expected to do to the outputs of a layer in one step from a state that is exact.</summary>
/// <param name="layer">The layer, with its precision.</param>
/// <param name="exact">Its weights as singles.</param>
/// <param name="stored">Its weights as they are stored.</param>
/// <param name="input">What its input is expected to hold.</param>
internal sealed class LayerErrors(LayerShape layer, LayerWeights exact, LayerWeights stored, ExpectedValues input)
{
    // Gates are taken to be half open.
    private const double OpenGate = 0.5;

    private readonly int intrinsic = layer is GhostGruShape ghost ? ghost.Intrinsic : layer.OutputSize;

    /// <summary>What the layer's outputs are expected to hold.</summary>
    internal ExpectedValues Outputs()
    {
        var outputs = new double[layer.OutputSize];
        SumErrors? gates = null;
        foreach (StageLayout stage in LayerStages.Of(layer, VectorWidth.Scalar))
        {
            var sums = new SumErrors(stage, layer.Precision, exact, stored, source => Source(source, gates, outputs));
            switch (stage.Kind)
            {
                case StageKind.Dense:
                    return Dense((DenseShape)layer, sums);
                case StageKind.ResetUpdate:
                    gates = sums;
                    break;
                case StageKind.Gates:
                    AddStates(sums, InsideReset(sums), outputs);
                    break;
                case StageKind.Candidate:
                    AddStates(gates!, Candidates(sums.Errors(Accumulator.Candidate), sums.Squares(Accumulator.Candidate)), outputs);
                    break;
                case StageKind.DiagonalCheap:
                    AddScaled(outputs);
                    break;
                default:
                    AddGhosts(sums, outputs);
                    break;
            }
        }

        return ExpectedValues.Even(outputs);
    }

    private ExpectedValues Source(StageSource source, SumErrors? gates, double[] outputs) => source switch
    {
        StageSource.Input => input,

        // The one constant that folded ghosts add: no weight of fewer bits meets it.
        StageSource.GhostsPresent => new([1], [0], [0], 1),
        StageSource.ResetState => ResetState(gates!),
        StageSource.NewIntrinsic => ExpectedValues.Even([.. outputs.Take(intrinsic)]),
        StageSource.Ghosts => ExpectedValues.Even(new double[layer.OutputSize - intrinsic]),
        StageSource.Intrinsic => ExpectedValues.Even(new double[intrinsic]),
        _ => ExpectedValues.Even(new double[layer.OutputSize]),
    };

    /// <summary>States behind a reset gate that is half open and moves.</summary>
    private static ExpectedValues ResetState(SumErrors gates) =>
        ExpectedValues.Even(Array.ConvertAll(GateErrors(gates, Accumulator.Reset), static reset => reset * ExpectedValues.EvenSquare), OpenGate) with { Range = 1 };

    /// <summary>What moves the candidate of <c>r q + p</c>.</summary>
    private double[] InsideReset(SumErrors sums)
    {
        double[] resets = GateErrors(sums, Accumulator.Reset);
        double[] inside = sums.Squares(Accumulator.Recurrent);
        double[] errors = Sum(sums.Errors(Accumulator.Candidate), sums.Errors(Accumulator.Recurrent));
        for (int i = 0; i < errors.Length; i++)
        {
            errors[i] += resets[i] * inside[i];
        }

        return Candidates(errors, Sum(sums.Squares(Accumulator.Candidate), inside));
    }

    private static double[] Sum(double[] outside, double[] inside)
    {
        var sum = new double[outside.Length];
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] = outside[i] + (OpenGate * OpenGate * inside[i]);
        }

        return sum;
    }

    private double[] Candidates(double[] errors, double[] squares)
    {
        Activation activation = layer is GruShape gru ? gru.CandidateActivation : Activation.Tanh;
        return MeanSlope.Moved(activation, errors, squares);
    }

    private static double[] GateErrors(SumErrors gates, Accumulator gate) => MeanSlope.Moved(Activation.Sigmoid, gates.Errors(gate), gates.Squares(gate));

    /// <summary>The states <c>h' = (1 - z) c + z h</c>: the candidate moves them by <c>1 - z</c>, the update gate by <c>c - h</c>.</summary>
    private static void AddStates(SumErrors gates, double[] candidates, double[] outputs)
    {
        double[] updates = GateErrors(gates, Accumulator.Update);
        for (int i = 0; i < candidates.Length; i++)
        {
            outputs[i] = (OpenGate * OpenGate * candidates[i]) + (2 * ExpectedValues.EvenSquare * updates[i]);
        }
    }

    private void AddGhosts(SumErrors sums, double[] outputs)
    {
        double[] ghosts = MeanSlope.Moved(((GhostGruShape)layer).CheapActivation, sums.Errors(Accumulator.Ghost), sums.Squares(Accumulator.Ghost));
        ghosts.CopyTo(outputs, intrinsic);
    }

    /// <summary>Ghosts that are scaled states: their factors are singles.</summary>
    private void AddScaled(double[] outputs)
    {
        Activation activation = ((GhostGruShape)layer).CheapActivation;
        ReadOnlySpan<float> factors = exact.Weights(Accumulator.Ghost, StageSource.NewIntrinsic).From(0);
        float[] biases = exact.Biases(Accumulator.Ghost, outputs.Length - intrinsic);
        for (int i = 0; i < biases.Length; i++)
        {
            double factor = (double)factors[i] * factors[i];
            double square = ((double)biases[i] * biases[i]) + (factor * ExpectedValues.EvenSquare);
            outputs[intrinsic + i] = MeanSlope.Squared(activation, square) * factor * outputs[i % intrinsic];
        }
    }

    private static ExpectedValues Dense(DenseShape dense, SumErrors sums)
    {
        double[] squares = sums.Squares(Accumulator.Output);
        double[] errors = MeanSlope.Moved(dense.Activation, sums.Errors(Accumulator.Output), squares);
        if (dense.Activation is not (Activation.None or Activation.Relu))
        {
            return ExpectedValues.Even(errors);
        }

        // What relu leaves of a normally distributed sum is half of its mean square.
        double share = dense.Activation == Activation.Relu ? 0.5 : 1;
        return new(
            new double[squares.Length],
            Array.ConvertAll(squares, square => share * square),
            errors,
            QuantizationReport.Deviations * Math.Sqrt(squares.Max()));
    }
}
