using GhostGen.Measuring.Timing;

namespace GhostGen.Bench.Silence;

/// <summary>What was measured for one model.</summary>
/// <param name="Kind">The kind of its layer: <c>gru</c>, or <c>ghost_gru</c> with ratio 2.</param>
/// <param name="Input">The input size.</param>
/// <param name="Hidden">The hidden size.</param>
/// <param name="FastActivations">Whether its activations are the fast ones.</param>
/// <param name="Signals">The signals.</param>
internal sealed record SilenceTimes(string Kind, int Input, int Hidden, bool FastActivations, IReadOnlyList<SignalTime> Signals)
{
    /// <summary>Puts together what was measured.</summary>
    public static SilenceTimes Of(SignalSet set) => new(
        set.Model.Kind,
        set.Model.Info.InputSize,
        set.Model.Info.OutputSize,
        set.IsFast,
        [.. set.Works.Zip(set.Race.Results(), static (SignalWork work, StepTime time) => new SignalTime(work.Name, time.Minimum, time.Median, work.ShareOfDenormalStates()))]);

    /// <summary>The time with a signal.</summary>
    public SignalTime Of(string signal) => Signals.Single(time => time.Signal == signal);

    /// <summary>The time with a signal as a multiple of that with another, minima of both.</summary>
    public double Ratio(string signal, string to) => Of(signal).Minimum / Of(to).Minimum;
}
