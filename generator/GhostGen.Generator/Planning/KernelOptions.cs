namespace GhostGen.Generator.Planning;

/// <summary>What a class's attribute and its file say of its kernels, beside the shape.</summary>
internal sealed record KernelOptions
{
    /// <summary>How exactly sigmoid and tanh are computed.</summary>
    internal ActivationAccuracy Accuracy { get; init; }

    /// <summary>What of the input's normalization the compiled-in weights have taken in, in words; <see langword="null"/> where the file has none.</summary>
    internal string? InputFolding { get; init; }
}
