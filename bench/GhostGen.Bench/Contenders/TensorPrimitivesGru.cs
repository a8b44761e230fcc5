using System.Numerics.Tensors;
using GhostGen.Kernels;
using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Bench.Contenders;

/// <summary>
/// A GRU (reset gate after the product, tanh candidate) out of the calls that System.Numerics.Tensors offers, with nothing allocated per
/// step: what a .NET developer writes who wants vectors but not intrinsics.
/// </summary>
/// <remarks>
/// Input and state stand side by side, so that the reset and update gates take one dot product an output; the candidate takes two. Up to
/// <see cref="LargestByColumns"/> states a matrix is multiplied column by column instead: dot products of a few elements cost a
/// horizontal sum each.
/// </remarks>
internal sealed class TensorPrimitivesGru : IStreamingModel
{
    /// <summary>Which order is faster changes about here: at 64 states dot products win, at 40 columns do (AVX-512; measured on a Zen 5 core).</summary>
    private const int LargestByColumns = 48;

    private readonly int inputSize;
    private readonly int hidden;
    private readonly bool byColumns;

    /// <summary>Rows: <c>[W_r, U_r]</c>, <c>[W_z, U_z]</c>, each <c>[hidden, input + hidden]</c>. Columns: the same, transposed.</summary>
    private readonly float[] gateWeights;

    /// <summary><c>W_n</c>, <c>[hidden, input]</c>, or transposed.</summary>
    private readonly float[] candidateWeights;

    /// <summary><c>U_n</c>, <c>[hidden, hidden]</c>, or transposed.</summary>
    private readonly float[] recurrentWeights;

    private readonly float[] gateBiases;
    private readonly float[] candidateBiases;
    private readonly float[] recurrentBiases;

    /// <summary>The input and then the state.</summary>
    private readonly float[] inputAndState;

    private readonly float[] gates;
    private readonly float[] candidate;
    private readonly float[] recurrent;

    internal TensorPrimitivesGru(ModelManifest manifest)
    {
        if (manifest.Shape.Layers is not [GruShape { Reset: ResetForm.AfterProduct, CandidateActivation: Activation.Tanh } layer])
        {
            throw new ArgumentException("Only a single GRU with the reset gate after the product and a tanh candidate can be written this way.", nameof(manifest));
        }

        Info = new ModelInfo(manifest.Shape, manifest.Shape.Parameters * sizeof(float));
        inputSize = layer.InputSize;
        hidden = layer.Hidden;
        byColumns = hidden <= LargestByColumns;
        float[] input = manifest.Tensor(layer, TensorNames.WeightInput);
        float[] state = manifest.Tensor(layer, TensorNames.WeightHidden);
        float[] biasInput = manifest.Tensor(layer, TensorNames.BiasInput);
        float[] biasState = manifest.Tensor(layer, TensorNames.BiasHidden);
        gateWeights = Arranged(SideBySide(input, state, 2 * hidden), 2 * hidden);
        candidateWeights = Arranged(input[(2 * hidden * inputSize)..], hidden);
        recurrentWeights = Arranged(state[(2 * hidden * hidden)..], hidden);
        gateBiases = new float[2 * hidden];
        TensorPrimitives.Add(biasInput.AsSpan(0, 2 * hidden), biasState.AsSpan(0, 2 * hidden), gateBiases);
        candidateBiases = biasInput[(2 * hidden)..];
        recurrentBiases = biasState[(2 * hidden)..];
        inputAndState = new float[inputSize + hidden];
        gates = new float[2 * hidden];
        candidate = new float[hidden];
        recurrent = new float[hidden];
    }

    /// <inheritdoc/>
    public ModelInfo Info { get; }

    /// <inheritdoc/>
    public Span<float> State => inputAndState.AsSpan(inputSize);

    /// <inheritdoc/>
    public void Step(ReadOnlySpan<float> input, Span<float> output)
    {
        StepArguments.Check(input.Length, output.Length, inputSize, hidden);
        input.CopyTo(inputAndState);
        Span<float> state = State;
        Multiply(gateWeights, gateBiases, inputAndState, gates);
        Multiply(candidateWeights, candidateBiases, input, candidate);
        Multiply(recurrentWeights, recurrentBiases, state, recurrent);

        // n = tanh(candidate + r * recurrent), h = z * (h - n) + n.
        TensorPrimitives.Sigmoid(gates, gates);
        ReadOnlySpan<float> reset = gates.AsSpan(0, hidden);
        ReadOnlySpan<float> update = gates.AsSpan(hidden);
        TensorPrimitives.MultiplyAdd(reset, recurrent, candidate, candidate);
        TensorPrimitives.Tanh(candidate, candidate);
        TensorPrimitives.Subtract(state, candidate, state);
        TensorPrimitives.MultiplyAdd(state, update, candidate, state);
        state.CopyTo(output);
    }

    /// <inheritdoc/>
    public void Run(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        int steps = StepArguments.CheckRun(inputs, outputs, inputSize, hidden);
        for (int i = 0; i < steps; i++)
        {
            Step(inputs.Slice(i * inputSize, inputSize), outputs.Slice(i * hidden, hidden));
        }
    }

    /// <inheritdoc/>
    public void Reset() => State.Clear();

    private void Multiply(float[] weights, float[] biases, ReadOnlySpan<float> values, Span<float> results)
    {
        if (byColumns)
        {
            biases.CopyTo(results);
            for (int k = 0; k < values.Length; k++)
            {
                TensorPrimitives.MultiplyAdd(weights.AsSpan(k * results.Length, results.Length), values[k], results, results);
            }

            return;
        }

        for (int i = 0; i < results.Length; i++)
        {
            results[i] = biases[i] + TensorPrimitives.Dot(weights.AsSpan(i * values.Length, values.Length), values);
        }
    }

    private float[] Arranged(float[] matrix, int rows)
    {
        if (!byColumns)
        {
            return matrix;
        }

        int columns = matrix.Length / rows;
        var transposed = new float[matrix.Length];
        for (int i = 0; i < rows; i++)
        {
            for (int k = 0; k < columns; k++)
            {
                transposed[(k * rows) + i] = matrix[(i * columns) + k];
            }
        }

        return transposed;
    }

    private float[] SideBySide(float[] input, float[] state, int rows)
    {
        int columns = inputSize + hidden;
        var both = new float[rows * columns];
        for (int i = 0; i < rows; i++)
        {
            input.AsSpan(i * inputSize, inputSize).CopyTo(both.AsSpan(i * columns));
            state.AsSpan(i * hidden, hidden).CopyTo(both.AsSpan((i * columns) + inputSize));
        }

        return both;
    }
}
