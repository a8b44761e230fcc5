using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Reference;

/// <summary>A dense layer in double precision: <c>y = activation(W x + b)</c>.</summary>
internal sealed class DoubleDense : IDoubleLayer
{
    private readonly DoubleMatrix weights;
    private readonly double[] biases;
    private readonly Activation activation;

    internal DoubleDense(ModelManifest manifest, DenseShape shape)
    {
        weights = new(manifest.Tensor(shape, TensorNames.Weight), shape.InputSize, 0, shape.Units, 0, shape.InputSize);
        biases = shape.Bias ? DoubleVector.Widen(manifest.Tensor(shape, TensorNames.Bias), 0, shape.Units) : new double[shape.Units];
        activation = shape.Activation;
    }

    /// <inheritdoc/>
    public void Step(ReadOnlySpan<double> input, Span<double> state, Span<double> output)
    {
        biases.CopyTo(output);
        weights.AddProduct(input, output);
        DoubleVector.Activate(activation, output);
    }
}
