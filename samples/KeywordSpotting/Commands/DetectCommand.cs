using System.Diagnostics;
using GhostGen.Samples.Audio.Wav;
using GhostGen.Samples.KeywordSpotting.CommandLine;
using GhostGen.Samples.KeywordSpotting.Input;
using GhostGen.Samples.KeywordSpotting.Screens;
using GhostGen.Samples.Spotting;

namespace GhostGen.Samples.KeywordSpotting.Commands;

/// <summary>The command <c>detect</c>.</summary>
internal sealed class DetectCommand : SpotCommand
{
    /// <inheritdoc/>
    public override string Name => "detect";

    /// <inheritdoc/>
    public override string Description => "Lists the words of recordings, with their times.";

    /// <inheritdoc/>
    public override string PathsName => "FILE.wav...";

    /// <inheritdoc/>
    public override int LeastPaths => 1;

    /// <inheritdoc/>
    public override int MostPaths => int.MaxValue;

    /// <inheritdoc/>
    public override string PathsExpected => "takes one or more WAV files";

    /// <inheritdoc/>
    public override IReadOnlyList<CommandOption> Options => SpottingOptions.All;

    /// <inheritdoc/>
    public override int Run(ParsedArguments arguments, SpotConsole console, CancellationToken interrupted)
    {
        var spotter = new StreamingSpotter(SpottingOptions.Of(arguments));
        var ink = new Ink(console.OutputHasColors);
        var line = new DetectionLine(spotter.Labels, ink);
        foreach (string path in arguments.Paths)
        {
            interrupted.ThrowIfCancellationRequested();
            using WavFile recording = Recording.Open(path);
            long start = Stopwatch.GetTimestamp();
            List<Detection> detections = Detect(spotter, recording, interrupted);
            TimeSpan time = Stopwatch.GetElapsedTime(start);
            double seconds = (double)recording.Samples / FrontEnd.SampleRate;
            console.Output.WriteLine($"{ink.Bold(path)}  {ink.Faint($"{Numbers.Seconds(seconds)}, {Numbers.Count(detections.Count, "word", "words")}, {Numbers.Ratio(seconds / time.TotalSeconds)} times faster than real time")}");
            if (detections.Count > 0)
            {
                console.Output.WriteLine(line.Header);
            }

            foreach (Detection detection in detections)
            {
                console.Output.WriteLine(line.Of(detection));
            }
        }

        return ExitCodes.Good;
    }

    private static List<Detection> Detect(StreamingSpotter spotter, WavFile recording, CancellationToken interrupted)
    {
        List<Detection> detections = [];
        var piece = new float[FrontEnd.SampleRate];
        spotter.Reset();
        for (int count = recording.Read(piece); count > 0; count = recording.Read(piece))
        {
            interrupted.ThrowIfCancellationRequested();
            ReadOnlySpan<float> samples = piece.AsSpan(0, count);
            while (spotter.Next(ref samples))
            {
                if (spotter.Detection is { } detection)
                {
                    detections.Add(detection);
                }
            }
        }

        detections.AddRange(spotter.Finish());
        return detections;
    }
}
