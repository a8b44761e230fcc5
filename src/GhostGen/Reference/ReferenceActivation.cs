using GhostGen.Kernels;

namespace GhostGen.Reference;

/// <summary>The activations of single values, by name.</summary>
internal static class ReferenceActivation
{
    /// <summary>The activation of <paramref name="value"/>; softmax, which needs all values of a layer, leaves it as it is.</summary>
    internal static float Apply(Activation activation, float value) => activation switch
    {
        Activation.Relu => Activations.Relu(value),
        Activation.Sigmoid => Activations.Sigmoid(value),
        Activation.Tanh => Activations.Tanh(value),
        _ => value,
    };
}
