using System.Diagnostics;
using GhostGen.Samples.Audio.Mel;
using GhostGen.Samples.Spotting;

namespace GhostGen.Samples.KeywordSpotting.Measuring;

/// <summary>Measures what an inference in a stream costs.</summary>
internal static class InferenceTimes
{
    /// <summary>The inferences before the first that is timed: the compiler optimises what has run often.</summary>
    private const int WarmUp = 300;

    /// <summary>Measures inferences about noise; what is said in them makes no difference to the time.</summary>
    /// <param name="count">How many.</param>
    /// <param name="interrupted">Ends measuring.</param>
    /// <returns>The times of the features of new frames, of the network over the last second, and of both together.</returns>
    public static (Latency Features, Latency Network, Latency Both) Measure(int count, CancellationToken interrupted)
    {
        var features = new FrameFeatures(FrontEnd.Options);
        var network = new ClipNetwork(new KeywordSpotter());
        var second = new FeatureRing();
        var frame = new float[FrontEnd.Options.Size];
        var featureTimes = new double[count];
        var networkTimes = new double[count];
        var random = new Random(1);
        float[] samples = [.. Enumerable.Range(0, FrontEnd.Options.Window).Select(_ => (random.NextSingle() - 0.5f) / 10)];
        for (int i = -WarmUp; i < count; i++)
        {
            interrupted.ThrowIfCancellationRequested();
            samples[random.Next(samples.Length)] = random.NextSingle() - 0.5f;
            long start = Stopwatch.GetTimestamp();
            for (int newFrame = 0; newFrame < FrontEnd.FramesPerInference; newFrame++)
            {
                features.Compute(samples, frame);
                second.Add(frame);
            }

            long middle = Stopwatch.GetTimestamp();
            network.Run(second);
            long end = Stopwatch.GetTimestamp();
            if (i >= 0)
            {
                featureTimes[i] = Stopwatch.GetElapsedTime(start, middle).TotalSeconds;
                networkTimes[i] = Stopwatch.GetElapsedTime(middle, end).TotalSeconds;
            }
        }

        return (Latency.Of(featureTimes), Latency.Of(networkTimes), Latency.Of(featureTimes.Zip(networkTimes, static (feature, network) => feature + network)));
    }
}
