using GhostGen.Folding;
using GhostGen.Kernels;
using GhostGen.Modeling;

namespace GhostGen.Reference;

/// <summary>A dense layer, <c>activation(W x + b)</c>, output by output.</summary>
internal sealed class ReferenceDense : IReferenceLayer
{
    private readonly DenseShape shape;
    private readonly float[] weights;
    private readonly float[] biases;
    private readonly ReferenceActivation activation;
    private readonly float[] output;

    internal ReferenceDense(FoldedLayer layer, DenseShape shape, ReferenceActivation activation)
    {
        this.shape = shape;
        this.activation = activation;
        weights = layer[TensorNames.Weight];
        biases = layer[TensorNames.Bias];
        output = new float[shape.Units];
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Step(ReadOnlySpan<float> input, Span<float> state)
    {
        for (int i = 0; i < output.Length; i++)
        {
            float sum = Chain.Add(biases[i], weights.AsSpan(i * shape.InputSize, shape.InputSize), input);
            output[i] = activation.Apply(shape.Activation, sum);
        }

        if (shape.Activation == Activation.Softmax)
        {
            Softmax.Apply(output);
        }

        return output;
    }
}
