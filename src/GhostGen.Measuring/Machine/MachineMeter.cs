using GhostGen.Measuring.Timing;

namespace GhostGen.Measuring.Machine;

/// <summary>Measures what one core can do at most: read bandwidth at each cache level, arithmetic, latency.</summary>
internal static class MachineMeter
{
    private const int Rounds = 40;

    /// <summary>
    /// Sizes that lie inside the level on every machine of interest: L1 holds 32 KB or more, L2 256 KB to 2 MB, L3 8 MB or more for one
    /// core (and 4 MB are more than an L2), and 128 MB exceed the caches of all but the largest servers.
    /// </summary>
    private static readonly (string Level, int Bytes)[] Sizes = [("L1", 16 << 10), ("L2", 192 << 10), ("L3", 4 << 20), ("DRAM", 128 << 20)];

    /// <summary>Measures this machine; takes about a second.</summary>
    /// <param name="cancellation">Ends the work.</param>
    public static MachineLimits Measure(CancellationToken cancellation = default)
    {
        ReadWork[] reads = [.. Sizes.Select(static size => new ReadWork(size.Level, AlignedMemory.OfBytes(size.Bytes)))];
        var all = new RoundRobin([
            ArithmeticWork.DependentMultiplyAdd("dependent multiply-add"),
            ArithmeticWork.Cycle("cycle"),
            ArithmeticWork.PeakMultiplyAdd("multiply-add of a vector"),
            .. reads]);
        for (int round = 0; round < Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            all.Measure(1);
        }

        double[] nanoseconds = [.. all.Results().Select(static timing => timing.Minimum)];
        return new(
            [.. Sizes.Select((size, i) => new ReadBandwidth(size.Level, size.Bytes, size.Bytes / nanoseconds[i + 3]))],
            2 * PeakArithmetic.Lanes / nanoseconds[2],
            nanoseconds[0],
            nanoseconds[0] / nanoseconds[1],
            1 / nanoseconds[1]);
    }
}
