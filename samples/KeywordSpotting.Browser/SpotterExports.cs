using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.InteropServices.JavaScript;
using GhostGen.Samples.Audio.Wav;
using GhostGen.Samples.Spotting;

namespace GhostGen.Samples.KeywordSpotting.Browser;

/// <summary>
/// What the page calls. Interoperation has no arrays of floats, so samples come and posteriors go as the bytes of floats, in the order of bytes that
/// WebAssembly and the arrays of JavaScript have in common.
/// </summary>
internal static partial class SpotterExports
{
    private static readonly TimedModel Model = new(new KeywordSpotter());
    private static readonly StreamingSpotter Spotter = new(Model);

    private static TimeSpan featureTime;
    private static TimeSpan networkTime;
    private static int timedInferences;

    /// <summary>Samples in a second that the spotter hears.</summary>
    [JSExport]
    internal static int SampleRate() => FrontEnd.SampleRate;

    /// <summary>The time from one inference to the next, in seconds.</summary>
    [JSExport]
    internal static double InferenceSeconds() => FrontEnd.InferenceTime.TotalSeconds;

    /// <summary>What the posteriors mean.</summary>
    [JSExport]
    internal static string[] Labels() => [.. Spotter.Labels.Names];

    /// <summary>The labels that are words to spot.</summary>
    [JSExport]
    internal static int[] Keywords() => [.. Enumerable.Range(0, Spotter.Labels.Names.Count).Where(Spotter.Labels.IsKeyword)];

    /// <summary>The network, in words.</summary>
    [JSExport]
    internal static string Network()
    {
        ModelInfo info = KeywordSpotter.Info;
        return FormattableString.Invariant($"{string.Join(" and ", info.Layers.Select(layer => $"{layer.Kind} {layer.InputSize} → {layer.OutputSize}"))}, {info.Parameters:N0} parameters");
    }

    /// <summary>Reads a WAV file and hands its sound to the page.</summary>
    /// <exception cref="WavException">It cannot be read; the message says why.</exception>
    [JSExport]
    internal static void ReadWav(byte[] file, string name)
    {
        WavAudio audio = WavReader.Read(file, name);
        PageImports.Sound(audio.SampleRate, audio.Channels, MemoryMarshal.AsBytes(audio.ToMono().AsSpan()));
    }

    /// <summary>Begins a stream.</summary>
    [JSExport]
    internal static void Begin()
    {
        Spotter.Reset();
        (featureTime, networkTime, timedInferences) = (TimeSpan.Zero, TimeSpan.Zero, 0);
    }

    /// <summary>Hears samples; the page is told of each inference and each detection.</summary>
    [JSExport]
    internal static void Hear(byte[] samples)
    {
        ReadOnlySpan<float> left = MemoryMarshal.Cast<byte, float>(samples);
        while (NextTimed(ref left))
        {
            TellInference();
            if (Spotter.Detection is { } detection)
            {
                Tell(detection);
            }
        }
    }

    /// <summary>Ends a stream; the page is told of each inference and each detection that were still to come.</summary>
    [JSExport]
    internal static void Finish()
    {
        foreach (Detection detection in Spotter.Finish(TellInference))
        {
            Tell(detection);
        }
    }

    /// <summary>The mean time that features and the network have taken for an inference, in milliseconds; nothing before the first.</summary>
    [JSExport]
    internal static double[] InferenceTimes() =>
        timedInferences == 0 ? [] : [featureTime.TotalMilliseconds / timedInferences, networkTime.TotalMilliseconds / timedInferences];

    private static bool NextTimed(ref ReadOnlySpan<float> samples)
    {
        Model.Elapsed = TimeSpan.Zero;
        long start = Stopwatch.GetTimestamp();
        if (!Spotter.Next(ref samples))
        {
            return false;
        }

        featureTime += Stopwatch.GetElapsedTime(start) - Model.Elapsed;
        networkTime += Model.Elapsed;
        timedInferences++;
        return true;
    }

    private static void TellInference()
    {
        Span<float> posteriors = stackalloc float[Spotter.Smoothed.Length];
        Spotter.Smoothed.CopyTo(posteriors);
        PageImports.Inference(Spotter.WordTime.TotalSeconds, MemoryMarshal.AsBytes(posteriors));
    }

    private static void Tell(Detection detection) => PageImports.Detection(detection.Label, detection.Time.TotalSeconds, detection.Confidence);
}
