namespace GhostGen.Generator.Planning;

/// <summary>What a class's attribute decides about its kernels, beside the shape.</summary>
internal sealed record KernelOptions
{
    /// <summary>How exactly sigmoid and tanh are computed.</summary>
    internal ActivationAccuracy Accuracy { get; init; }
}
