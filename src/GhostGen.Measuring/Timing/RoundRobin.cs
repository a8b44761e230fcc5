namespace GhostGen.Measuring.Timing;

/// <summary>Measures contenders in turn, round after round: what disturbs the machine for a while then disturbs all of them, and ratios hold.</summary>
internal sealed class RoundRobin
{
    private readonly Sampler[] samplers;

    internal RoundRobin(IEnumerable<Work> works) => samplers = [.. works.Select(static work => new Sampler(work))];

    /// <summary>Measures each contender <paramref name="rounds"/> times.</summary>
    public void Measure(int rounds)
    {
        for (int i = 0; i < rounds; i++)
        {
            foreach (Sampler sampler in samplers)
            {
                sampler.Measure();
            }
        }
    }

    /// <summary>The results so far, in the order of the contenders.</summary>
    public IReadOnlyList<StepTime> Results() => [.. samplers.Select(static sampler => sampler.Result())];
}
