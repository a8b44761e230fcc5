using System.Globalization;
using GhostGen.Samples.KeywordSpotting.CommandLine;
using GhostGen.Samples.KeywordSpotting.Measuring;
using GhostGen.Samples.KeywordSpotting.Screens;
using GhostGen.Samples.Spotting;

namespace GhostGen.Samples.KeywordSpotting.Commands;

/// <summary>The command <c>latency</c>.</summary>
internal sealed class LatencyCommand : SpotCommand
{
    private const int NameWidth = 28;
    private const int Width = 12;
    private static readonly NumberOption Inferences = new("--inferences", "NUMBER", "How many inferences are measured", 5000, 1, 1_000_000) { IsWhole = true };

    /// <inheritdoc/>
    public override string Name => "latency";

    /// <inheritdoc/>
    public override string Description => "Measures what an inference costs on this machine.";

    /// <inheritdoc/>
    public override IReadOnlyList<CommandOption> Options => [Inferences];

    /// <inheritdoc/>
    public override int Run(ParsedArguments arguments, SpotConsole console, CancellationToken interrupted)
    {
        int count = (int)arguments.NumberOf(Inferences);
        (Latency features, Latency network, Latency both) = InferenceTimes.Measure(count, interrupted);
        double interval = FrontEnd.InferenceTime.TotalSeconds;
        string milliseconds = string.Create(CultureInfo.InvariantCulture, $"{1000 * interval:0} ms");
        var ink = new Ink(console.OutputHasColors);
        TextWriter output = console.Output;
        output.WriteLine($"{ink.Bold(KeywordSpotter.Info.Name)}  {ink.Faint($"{Numbers.Count(KeywordSpotter.Info.Parameters)} parameters; an inference every {milliseconds}; {Numbers.Count(count)} measured")}");
        output.WriteLine();
        output.WriteLine(ink.Faint(string.Concat("".PadRight(NameWidth), "fastest".PadLeft(Width), "median".PadLeft(Width), "99 %".PadLeft(Width), $"of {milliseconds}".PadLeft(Width))));
        Write($"features, {FrontEnd.FramesPerInference} frames", features);
        Write($"network, {FrontEnd.ClipFrames} steps", network);
        Write("both", both);
        return ExitCodes.Good;

        void Write(string name, Latency latency) => output.WriteLine(string.Concat(
            name.PadRight(NameWidth),
            Numbers.Microseconds(latency.Fastest).PadLeft(Width),
            ink.Bold(Numbers.Microseconds(latency.Median).PadLeft(Width)),
            Numbers.Microseconds(latency.Slow).PadLeft(Width),
            Numbers.SmallPercent(latency.Median / interval).PadLeft(Width)));
    }
}
