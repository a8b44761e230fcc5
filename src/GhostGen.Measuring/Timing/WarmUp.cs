namespace GhostGen.Measuring.Timing;

/// <summary>
/// Runs all contenders until the runtime has compiled them for good. It promotes a method in the background, some 100 ms after the last
/// new method was called and after the method itself was called 30 times, and some methods twice.
/// </summary>
internal static class WarmUp
{
    private const int Rounds = 3;
    private const int Calls = 40;

    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Runs all of <paramref name="works"/>; afterwards they are at full speed.</summary>
    public static void Run(IReadOnlyCollection<Work> works)
    {
        for (int round = 0; round < Rounds; round++)
        {
            foreach (Work work in works)
            {
                for (int i = 0; i < Calls; i += work.Granularity)
                {
                    work.Repeat(work.Granularity);
                }
            }

            Thread.Sleep(pause);
        }
    }
}
