namespace GhostGen.Cli.Redundancy;

/// <summary>What <c>redundancy</c> found.</summary>
/// <param name="File">The model's file.</param>
/// <param name="Name">The model's name.</param>
/// <param name="Data">The file of the sequences.</param>
/// <param name="Sequences">How many there are.</param>
/// <param name="Steps">Their steps together.</param>
/// <param name="Layers">The recurrent layers.</param>
/// <param name="Plot">The file of the plot, or <see langword="null"/>.</param>
internal sealed record RedundancyResult(string File, string Name, string Data, int Sequences, int Steps, IReadOnlyList<LayerRedundancy> Layers, string? Plot)
{
    /// <summary>A spectrum of fewer steps than so many for each unit says more of the steps than of the units.</summary>
    private const int StepsPerUnit = 5;

    /// <summary>What to keep in mind, a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; } =
    [
        .. Layers.Where(layer => Steps < StepsPerUnit * layer.Hidden).Select(layer => FormattableString.Invariant(
            $"{layer.Layer} has {layer.Hidden} units and the data {Steps} steps: with fewer than {StepsPerUnit * layer.Hidden} the spectrum looks more redundant than it is.")),
        .. Layers.Where(static layer => layer.SilentUnits > 0).Select(static layer => FormattableString.Invariant(
            $"{layer.SilentUnits} of the {layer.Hidden} units of {layer.Layer} are silent throughout.")),
    ];
}
