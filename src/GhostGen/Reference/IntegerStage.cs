using GhostGen.Folding;
using GhostGen.Kernels;
using GhostGen.Kernels.Integer;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Reference;

/// <summary>A layer that computes in whole numbers.</summary>
/// <param name="weights">Its weights.</param>
/// <param name="layer">The layer.</param>
/// <param name="inputIsBounded">Whether its input lies between -1 and 1 whatever happens.</param>
/// <param name="before">The layer before it, if it passes its whole numbers on.</param>
internal sealed class IntegerStage(FoldedLayer weights, LayerShape layer, bool inputIsBounded, IntegerStage? before) : ReferenceStage
{
    private const float One = 1 << IntegerArithmetic.ValueBits;

    private readonly IntegerElementsOfInput input = new(SourceRange.Of(layer, StageSource.Input, inputIsBounded), before is not null);
    private readonly int[] state = new int[layer.StateSize];
    private readonly float[] singles = new float[layer.OutputSize];
    private IReferenceLayer<int>? steps;
    private int[] output = [];
    private bool isFinite;

    /// <summary>Whether the layer's whole numbers are what the next layer of whole numbers reads. A softmax is computed in singles.</summary>
    internal bool PassesOn => layer is not DenseShape { Activation: Activation.Softmax };

    /// <inheritdoc/>
    internal override ReadOnlySpan<float> Step(ReadOnlySpan<float> inputs, Span<float> states)
    {
        steps ??= ReferenceLayers.Of(weights, layer, new IntegerReferenceArithmetic(weights, layer, input, inputIsBounded));
        isFinite = before?.isFinite ?? true;
        if (before is null)
        {
            foreach (float value in inputs)
            {
                isFinite &= float.IsFinite(value);
            }
        }

        for (int i = 0; i < states.Length; i++)
        {
            isFinite &= float.IsFinite(states[i]);
            state[i] = (int)Math.Clamp(states[i] * One, -IntegerActivations.Largest, IntegerActivations.Largest);
        }

        output = steps.Step(before is null ? input.OfSingles(inputs) : before.output, state).ToArray();
        for (int i = 0; i < output.Length; i++)
        {
            singles[i] = isFinite ? output[i] / One : float.NaN;
        }

        if (states.Length > 0)
        {
            singles.CopyTo(states);
        }
        else if (!PassesOn)
        {
            Softmax.Apply(singles);
        }

        return singles;
    }
}
