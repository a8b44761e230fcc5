using System.Runtime.InteropServices.JavaScript;

namespace GhostGen.Samples.KeywordSpotting.Browser;

/// <summary>What the page is told: functions of <c>spotter.js</c>. Spans are views of memory that the page has to copy before it returns.</summary>
internal static partial class PageImports
{
    /// <summary>A file has been read.</summary>
    /// <param name="sampleRate">Samples in a second.</param>
    /// <param name="channels">The number of channels that the file has.</param>
    /// <param name="samples">The mean of its channels, as the bytes of floats.</param>
    [JSImport("sound", "spotter")]
    internal static partial void Sound(int sampleRate, int channels, [JSMarshalAs<JSType.MemoryView>] Span<byte> samples);

    /// <summary>There are new posteriors.</summary>
    /// <param name="seconds">Where the words are that they are about.</param>
    /// <param name="posteriors">The smoothed posteriors, one for each label, as the bytes of floats.</param>
    [JSImport("inference", "spotter")]
    internal static partial void Inference(double seconds, [JSMarshalAs<JSType.MemoryView>] Span<byte> posteriors);

    /// <summary>A word has been detected.</summary>
    [JSImport("detection", "spotter")]
    internal static partial void Detection(int label, double seconds, double confidence);
}
