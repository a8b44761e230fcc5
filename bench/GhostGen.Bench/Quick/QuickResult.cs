using GhostGen.Measuring.Machine;

namespace GhostGen.Bench.Quick;

/// <summary>All that a quick run measured: what its JSON file holds.</summary>
/// <param name="Format">Name and version of the file's format.</param>
/// <param name="Mode"><see cref="Hot"/> or <see cref="Cold"/>.</param>
/// <param name="Date">The day of the measurement, UTC, ISO 8601.</param>
/// <param name="Machine">What was measured on.</param>
/// <param name="Limits">What that machine can do.</param>
/// <param name="Shapes">The models.</param>
internal sealed record QuickResult(
    string Format,
    string Mode,
    string Date,
    MachineDescription Machine,
    MachineLimits Limits,
    IReadOnlyList<ShapeResult> Shapes)
{
    /// <summary>The format that this program writes.</summary>
    public const string CurrentFormat = "ghostgen-quick-bench/1";

    /// <summary>Steps follow each other at once: weights stay in the cache that holds them.</summary>
    public const string Hot = "hot";

    /// <summary>Other memory is read between steps.</summary>
    public const string Cold = "cold";

    /// <summary>
    /// The nanoseconds of a step that reports show, or <see langword="null"/> where the contender did not take part. Single cold steps scatter, and the
    /// least of them had luck with its caches: the middle one. Of hot ones the least is the undisturbed one.
    /// </summary>
    public double? Time(ShapeResult shape, string contender) =>
        shape.Of(contender) is { } timing ? Mode == Hot ? timing.Minimum : timing.Median : null;
}
