using GhostGen.Measuring.Machine;

namespace GhostGen.Measuring.Timing;

/// <summary>One of the loops that measure the processor, without memory.</summary>
/// <param name="name">What it is called.</param>
/// <param name="operationsPerTurn">The operations per turn of the loop; an operation is a step.</param>
/// <param name="loop">Runs so many turns and returns something that depends on all of them.</param>
internal sealed class ArithmeticWork(string name, int operationsPerTurn, Func<int, double> loop) : Work(name, operationsPerTurn)
{
    /// <summary>The multiply-adds of a step of <see cref="PeakLanes"/>: what one turn does at 128 bits, and enough for files that keep three decimals of a nanosecond.</summary>
    public const int LanesPerStep = 48;

    private double sink;

    /// <summary>One multiply-add that waits for the one before it.</summary>
    public static ArithmeticWork DependentMultiplyAdd(string name) =>
        new(name, DependentArithmetic.OperationsPerTurn, static turns => DependentArithmetic.MultiplyAdds(turns));

    /// <summary>One integer operation that waits for the one before it: a cycle.</summary>
    public static ArithmeticWork Cycle(string name) =>
        new(name, DependentArithmetic.OperationsPerTurn, static turns => DependentArithmetic.Integers(turns, Environment.TickCount64));

    /// <summary>One multiply-add of a whole vector, with as many at the same time as the machine can do.</summary>
    public static ArithmeticWork PeakMultiplyAdd(string name) =>
        new(name, PeakArithmetic.VectorsPerTurn, static turns => PeakArithmetic.MultiplyAdds(turns));

    /// <summary>The same by <see cref="LanesPerStep"/> numbers, on every machine.</summary>
    public static ArithmeticWork PeakLanes(string name) =>
        new(name, PeakArithmetic.VectorsPerTurn * PeakArithmetic.Lanes / LanesPerStep, static turns => PeakArithmetic.MultiplyAdds(turns));

    /// <inheritdoc/>
    public override void Repeat(int steps) => sink += loop(steps / Granularity);
}
