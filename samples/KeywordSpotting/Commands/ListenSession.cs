using System.Globalization;
using GhostGen.Samples.KeywordSpotting.Input;
using GhostGen.Samples.KeywordSpotting.Measuring;
using GhostGen.Samples.KeywordSpotting.Screens;
using GhostGen.Samples.Spotting;

namespace GhostGen.Samples.KeywordSpotting.Commands;

/// <summary>A stream from its first sample to its end. Only a detection, which is printed, allocates anything.</summary>
/// <param name="console">Words go to standard output, the summary to standard error.</param>
/// <param name="options">When posteriors become a detection.</param>
internal sealed class ListenSession(SpotConsole console, DetectionOptions options)
{
    private readonly StreamingSpotter spotter = new(options);
    private readonly DetectionLine line = new(SpotterLabels.Compiled, new Ink(console.OutputHasColors));
    private readonly PcmDecoder decoder = new(PieceReader.LongestPiece);
    private readonly ProcessingMeter meter = new();
    private int words;

    /// <summary>The samples that were heard.</summary>
    public long Samples { get; private set; }

    /// <summary>The bytes that all frames after the first second have allocated, but for those of printing words.</summary>
    public long Allocated => meter.Allocated;

    /// <summary>Hears the next piece of the stream.</summary>
    public void Hear(ReadOnlySpan<byte> piece)
    {
        meter.Start();
        ReadOnlySpan<float> samples = decoder.Decode(piece);
        Samples += samples.Length;
        while (spotter.Next(ref samples))
        {
            if (spotter.Detection is { } detection)
            {
                meter.Stop();
                Print(detection);
                meter.Start();
            }
        }

        meter.Stop();
        if (spotter.Time < FrontEnd.TimeOf(FrontEnd.ClipLength))
        {
            // The first second makes the runtime prepare what all others use.
            meter.ForgetAllocated();
        }
    }

    /// <summary>Hears the stream out, and says how it went.</summary>
    public void Finish()
    {
        foreach (Detection detection in spotter.Finish())
        {
            Print(detection);
        }

        double seconds = (double)Samples / FrontEnd.SampleRate;
        string rest = decoder.HasHalfSample ? "; the last byte is half a sample, and was left out" : "";
        console.Error.WriteLine($"heard   {Numbers.Seconds(seconds)}, {Numbers.Count(words, "word", "words")}{rest}");
        if (Samples == 0)
        {
            return;
        }

        double factor = meter.Time.TotalSeconds / seconds;
        string peak = PeakMemory.Bytes() is { } bytes ? $"; {Numbers.Megabytes(bytes)} in use at most" : "";
        console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"speed   real-time factor {factor:0.0000}, {Numbers.Ratio(1 / factor)} times faster than real time"));
        console.Error.WriteLine($"memory  {Numbers.Count(meter.Allocated)} bytes allocated by all frames after the first second{peak}");
    }

    private void Print(Detection detection)
    {
        words++;
        console.Output.WriteLine(line.Of(detection));
        console.Output.Flush();
    }
}
