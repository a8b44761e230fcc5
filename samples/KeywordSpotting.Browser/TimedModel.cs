using System.Diagnostics;

namespace GhostGen.Samples.KeywordSpotting.Browser;

/// <summary>A network whose steps are timed.</summary>
internal sealed class TimedModel(IStreamingModel model) : IStreamingModel
{
    /// <summary>The time that steps have taken.</summary>
    public TimeSpan Elapsed { get; set; }

    /// <inheritdoc/>
    public ModelInfo Info => model.Info;

    /// <inheritdoc/>
    public Span<float> State => model.State;

    /// <inheritdoc/>
    public void Step(ReadOnlySpan<float> input, Span<float> output)
    {
        long start = Stopwatch.GetTimestamp();
        model.Step(input, output);
        Elapsed += Stopwatch.GetElapsedTime(start);
    }

    /// <inheritdoc/>
    public void Run(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        long start = Stopwatch.GetTimestamp();
        model.Run(inputs, outputs);
        Elapsed += Stopwatch.GetElapsedTime(start);
    }

    /// <inheritdoc/>
    public void Reset() => model.Reset();
}
