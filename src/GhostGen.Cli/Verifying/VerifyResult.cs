namespace GhostGen.Cli.Verifying;

/// <summary>What <c>verify</c> found.</summary>
/// <param name="File">The model's file.</param>
/// <param name="Name">The model's name.</param>
/// <param name="Precision">The numbers that weights are stored as.</param>
/// <param name="Accuracy">How exactly sigmoid and tanh are computed.</param>
/// <param name="Machine">The vectors that the class ran with, and whether multiply-adds round once.</param>
/// <param name="Sequences">The sequences that it was run over.</param>
/// <param name="Steps">Their steps together.</param>
/// <param name="Seed">What random input was made from; <see langword="null"/> where the input was given.</param>
/// <param name="Layers">The differences of each layer.</param>
/// <param name="RunHasTheBitsOfSteps">Whether sequences have the bits of steps.</param>
/// <param name="BatchHasTheBitsOfSteps">Whether streams of a batch have.</param>
/// <param name="Vectors">The difference from given outputs; <see langword="null"/> where none were given.</param>
internal sealed record VerifyResult(
    string File,
    string Name,
    Precision Precision,
    ActivationAccuracy Accuracy,
    string Machine,
    int Sequences,
    long Steps,
    int? Seed,
    IReadOnlyList<LayerDifference> Layers,
    bool RunHasTheBitsOfSteps,
    bool BatchHasTheBitsOfSteps,
    VectorsDifference? Vectors)
{
    /// <summary>What is not as it should be, a sentence each; none where the model passes.</summary>
    public IReadOnlyList<string> Failures { get; } =
    [
        .. Layers.Where(static layer => layer.AgainstSingle.Different > 0).Select(static layer => FormattableString.Invariant(
            $"{layer.AgainstSingle.Different} of {layer.AgainstSingle.Values} outputs of {layer.Layer} do not have the reference's bits.")),
        .. RunHasTheBitsOfSteps ? Array.Empty<string>() : ["Run does not have the bits of steps."],
        .. BatchHasTheBitsOfSteps ? Array.Empty<string>() : ["A batch does not have the bits of steps."],
        .. Vectors is { First: { } first } ? [FormattableString.Invariant(
            $"{Vectors.Beyond} of {Vectors.Difference.Values} outputs are farther than {Vectors.Tolerance:R} from {Vectors.File}; the first is output {first.Output} in step {first.Step} of sequence {first.Sequence}: {first.Actual:R} where {first.Expected:R} is given.")] : Array.Empty<string>(),
    ];

    /// <summary>Whether everything is as it should be.</summary>
    public bool Passed => Failures.Count == 0;
}
