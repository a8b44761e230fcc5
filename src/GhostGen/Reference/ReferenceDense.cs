using GhostGen.Folding;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Reference;

/// <summary>A dense layer, <c>activation(W x + b)</c>, output by output; a softmax is not applied yet.</summary>
internal sealed class ReferenceDense<T> : IReferenceLayer<T>
{
    private readonly DenseShape shape;
    private readonly float[] weights;
    private readonly float[] biases;
    private readonly ReferenceArithmetic<T> arithmetic;
    private readonly T[] output;

    internal ReferenceDense(FoldedLayer layer, DenseShape shape, ReferenceArithmetic<T> arithmetic)
    {
        this.shape = shape;
        this.arithmetic = arithmetic;
        weights = layer[TensorNames.Weight];
        biases = layer[TensorNames.Bias];
        output = new T[shape.Units];
    }

    /// <inheritdoc/>
    public ReadOnlySpan<T> Step(ReadOnlySpan<T> input, Span<T> state)
    {
        for (int i = 0; i < output.Length; i++)
        {
            T sum = arithmetic.Add(arithmetic.DenseStart(biases[i]), new(weights, i * shape.InputSize, shape.InputSize), input, StageSource.Input);
            output[i] = arithmetic.Apply(shape.Activation, sum);
        }

        return output;
    }
}
