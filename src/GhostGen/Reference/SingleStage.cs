using GhostGen.Folding;
using GhostGen.Kernels;
using GhostGen.Modeling;

namespace GhostGen.Reference;

/// <summary>A layer that computes in single precision.</summary>
/// <param name="weights">Its weights.</param>
/// <param name="layer">The layer.</param>
/// <param name="arithmetic">Its products and activations.</param>
internal sealed class SingleStage(FoldedLayer weights, LayerShape layer, SingleArithmetic arithmetic) : ReferenceStage
{
    private readonly IReferenceLayer<float> steps = ReferenceLayers.Of(weights, layer, arithmetic);
    private readonly float[] softmax = layer is DenseShape { Activation: Activation.Softmax } ? new float[layer.OutputSize] : [];

    /// <inheritdoc/>
    internal override ReadOnlySpan<float> Step(ReadOnlySpan<float> input, Span<float> state)
    {
        ReadOnlySpan<float> output = steps.Step(input, state);
        if (softmax.Length == 0)
        {
            return output;
        }

        output.CopyTo(softmax);
        Softmax.Apply(softmax);
        return softmax;
    }
}
