using System.Globalization;
using GhostGen.Cli.Benching;
using GhostGen.Measuring.Machine;
using Spectre.Console;

namespace GhostGen.Cli.Screens;

/// <summary>What <c>bench</c> measured, on the terminal.</summary>
internal static class BenchScreen
{
    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole screen, BenchResult result)
    {
        MachineDescription machine = result.Machine;
        screen.Line(result.Name, ScreenText.Bold, $" from {result.File}, compiled with {result.Precision} weights and {(result.Accuracy == ActivationAccuracy.Fast ? "fast" : "accurate")} activations: {Numbers.Count(result.MultiplyAdds)} multiply-adds, {Numbers.Bytes(result.WeightBytes)} of weights");
        screen.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{machine.Processor}; {machine.Runtime}; vectors of {machine.VectorBits} bits, multiply-adds {(machine.Fused ? "fused" : "not fused")}, {result.Limits.ClockGigahertz:F2} GHz"));
        screen.WriteLine();

        var table = new ScreenTable("<a step of a stream", "ns", "median", "of Step", "GB/s", "GFLOP/s");
        foreach (BenchContender contender in result.Contenders)
        {
            table.Add(
                contender.Name,
                Numbers.Nanoseconds(contender.Minimum),
                Numbers.Nanoseconds(contender.Median),
                Numbers.Ratio(contender.OfGenerated),
                Numbers.Nanoseconds(contender.Bytes!.Value / contender.Minimum),
                Numbers.Nanoseconds(contender.Gigaflops!.Value));
        }

        table.Add(LimitNames.Read, Numbers.Nanoseconds(result.ReadNanoseconds), "", Numbers.Ratio(result.ReadNanoseconds / result.Contenders[0].Minimum), Numbers.Nanoseconds(result.WeightBytes / result.ReadNanoseconds), "");
        if (result.ArithmeticNanoseconds is { } arithmetic)
        {
            table.Add(LimitNames.Arithmetic, Numbers.Nanoseconds(arithmetic), "", Numbers.Ratio(arithmetic / result.Contenders[0].Minimum), "", Numbers.Nanoseconds(result.Limits.PeakGigaflops));
        }

        table.Write(screen, "Times: the least of many rounds, all contenders in turn");
        screen.WriteLine(FormattableString.Invariant($"Step takes {result.StepOfRoof:F2} times its roof, {(result.ReadNanoseconds >= (result.ArithmeticNanoseconds ?? 0) ? "which is the reading of its weights" : "which is its arithmetic")}."));
        screen.WriteLine(result.Contenders[0].AllocatedBytes == 0 ? "It allocates nothing." : $"It allocates {Numbers.Bytes(result.Contenders[0].AllocatedBytes)}.");
        if (result.Plot is { } plot)
        {
            screen.WriteLine($"The roofline is drawn in {plot}.");
        }
    }
}
