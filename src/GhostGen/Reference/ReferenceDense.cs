using GhostGen.Folding;
using GhostGen.Kernels;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Reference;

/// <summary>A dense layer, <c>activation(W x + b)</c>, output by output.</summary>
internal sealed class ReferenceDense : IReferenceLayer
{
    private readonly DenseShape shape;
    private readonly float[] weights;
    private readonly float[] biases;
    private readonly ReferenceActivation activation;
    private readonly ReferenceProduct product;
    private readonly float[] output;

    internal ReferenceDense(FoldedLayer layer, DenseShape shape, ReferenceActivation activation, ReferenceProduct product)
    {
        this.shape = shape;
        this.activation = activation;
        this.product = product;
        weights = layer[TensorNames.Weight];
        biases = layer[TensorNames.Bias];
        output = new float[shape.Units];
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Step(ReadOnlySpan<float> input, Span<float> state)
    {
        for (int i = 0; i < output.Length; i++)
        {
            float sum = product.Add(biases[i], new(weights, i * shape.InputSize, shape.InputSize), input, StageSource.Input);
            output[i] = activation.Apply(shape.Activation, sum);
        }

        if (shape.Activation == Activation.Softmax)
        {
            Softmax.Apply(output);
        }

        return output;
    }
}
