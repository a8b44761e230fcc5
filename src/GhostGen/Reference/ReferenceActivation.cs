using GhostGen.Kernels;

namespace GhostGen.Reference;

/// <summary>The activations of single values, by name, of one accuracy.</summary>
internal sealed class ReferenceActivation(ActivationAccuracy accuracy)
{
    /// <summary>The activation of <paramref name="value"/>; softmax, which needs all values of a layer, leaves it as it is.</summary>
    internal float Apply(Activation activation, float value) => activation switch
    {
        Activation.Relu => Activations.Relu(value),
        Activation.Sigmoid => Sigmoid(value),
        Activation.Tanh => Tanh(value),
        _ => value,
    };

    /// <summary>The logistic function.</summary>
    internal float Sigmoid(float value) => accuracy == ActivationAccuracy.Fast ? FastActivations.Sigmoid(value) : Activations.Sigmoid(value);

    /// <summary>The hyperbolic tangent.</summary>
    internal float Tanh(float value) => accuracy == ActivationAccuracy.Fast ? FastActivations.Tanh(value) : Activations.Tanh(value);
}
