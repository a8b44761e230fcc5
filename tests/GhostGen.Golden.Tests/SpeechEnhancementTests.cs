using System.Numerics;
using GhostGen.Compiling;
using GhostGen.Golden.Tests.Audio;
using GhostGen.Golden.Tests.Conversion;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Golden.Tests;

/// <summary>What NSNet2 is for: the compiled network, from noisy recordings to cleaner ones.</summary>
public sealed class SpeechEnhancementTests(ITestOutputHelper output)
{
    // Averages over the same recordings, from an implementation that shares nothing with this one, to one digit.
    private const double IndependentBefore = 8.2;
    private const double IndependentAfter = 12.8;

    [Fact]
    public void NSNet2_takes_as_much_noise_out_of_25_recordings_as_an_independent_implementation()
    {
        string folder = RequiredData.Path("speech_enhancement", "vctk_demand");
        CompiledModel compiled = CompiledModel.Compile(NsNet2.Read(RequiredData.Path("models", "nsnet2", "weights")));
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(folder, "noisy"), "*.wav").Select(static file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        Assert.Equal(25, files.Length);
        double before = 0;
        double after = 0;
        IStreamingModel network = compiled.Create();
        foreach (string file in files)
        {
            float[] noisy = WavFile.Read(Path.Combine(folder, "noisy", file));
            double[] clean = Widen(WavFile.Read(Path.Combine(folder, "clean", file)));
            before += Distortion.ScaleInvariantRatio(Widen(noisy), clean) / files.Length;
            after += Distortion.ScaleInvariantRatio(Enhance(network, noisy), clean) / files.Length;
        }

        output.WriteLine(FormattableString.Invariant($"SI-SDR {before:0.00} dB before, {after:0.00} dB after"));
        Assert.Equal(IndependentBefore, before, 0.05);
        Assert.Equal(IndependentAfter, after, 0.05);
    }

    private static double[] Enhance(IStreamingModel network, float[] noisy)
    {
        network.Reset();
        Complex[][] frames = Spectrogram.Analyse(noisy);
        var mask = new float[Spectrogram.Bins];
        foreach (Complex[] frame in frames)
        {
            network.Step(Spectrogram.LogPower(frame), mask);
            for (int bin = 0; bin < frame.Length; bin++)
            {
                frame[bin] *= mask[bin];
            }
        }

        return Spectrogram.Synthesise(frames, noisy.Length);
    }

    private static double[] Widen(float[] values) => Array.ConvertAll(values, static value => (double)value);
}
