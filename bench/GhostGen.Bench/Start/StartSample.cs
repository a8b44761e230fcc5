using System.Globalization;

namespace GhostGen.Bench.Start;

/// <summary>How one process started one model. Times are in nanoseconds, without what reading the clock takes.</summary>
/// <param name="Weights">Describing the model and laying its weights out, compilation included.</param>
/// <param name="WeightsMethods">The methods that were compiled for it.</param>
/// <param name="WeightsCompilation">The time that the compiler took of it.</param>
/// <param name="Instance">Making the first instance with them, which compiles the kernels.</param>
/// <param name="InstanceMethods">The methods that were compiled for it.</param>
/// <param name="InstanceCompilation">The time that the compiler took of it.</param>
/// <param name="FirstStep">The first step, and what is left to be compiled for it.</param>
/// <param name="StepMethods">The methods that were compiled for the steps.</param>
/// <param name="StepCompilation">The time that the compiler took of the steps.</param>
/// <param name="SecondStep">The second step.</param>
/// <param name="SteadyStep">The middle one of some thousand steps that follow, timed one by one as the first two.</param>
internal sealed record StartSample(
    long Weights,
    long WeightsMethods,
    long WeightsCompilation,
    long Instance,
    long InstanceMethods,
    long InstanceCompilation,
    long FirstStep,
    long StepMethods,
    long StepCompilation,
    long SecondStep,
    long SteadyStep)
{
    /// <summary>What a child process prints.</summary>
    public string ToLine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Weights} {WeightsMethods} {WeightsCompilation} {Instance} {InstanceMethods} {InstanceCompilation} {FirstStep} {StepMethods} {StepCompilation} {SecondStep} {SteadyStep}");

    /// <summary>Reads what a child process printed.</summary>
    public static StartSample Parse(string line)
    {
        long[] values = Array.ConvertAll(line.Trim().Split(' '), static text => long.Parse(text, CultureInfo.InvariantCulture));
        return new(values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7], values[8], values[9], values[10]);
    }
}
