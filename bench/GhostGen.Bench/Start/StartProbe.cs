using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Runtime.CompilerServices;
using GhostGen.Bench.Models;
using GhostGen.Kernels;
using GhostGen.TestSupport;

namespace GhostGen.Bench.Start;

/// <summary>What a child process does: starts one model as a program would that does nothing else, and times how that goes.</summary>
internal static class StartProbe
{
    private const string Argument = "--probe-start";

    /// <summary>The time of so many steps is the steady state; the machine's clock is read between any two of them.</summary>
    private const int Steps = 4000;

    /// <summary>Up to here the generator writes weights as numbers, and above as text; what follows differs.</summary>
    private const int MostNumbers = 2048;

    private delegate void StepMethod(ReadOnlySpan<float> input, Span<float> output);

    /// <summary>Whether this process is a child.</summary>
    public static bool IsAsked(string[] arguments) => arguments.Length > 0 && arguments[0] == Argument;

    /// <summary>The arguments of a child that starts a model.</summary>
    /// <param name="model">Its index among <see cref="BenchModels.All"/>.</param>
    /// <param name="parameters">Its number of weights: to ask it for them would run a part of what is timed.</param>
    public static string[] Arguments(int model, long parameters) =>
        [Argument, model.ToString(CultureInfo.InvariantCulture), parameters.ToString(CultureInfo.InvariantCulture)];

    /// <summary>Starts the model that <see cref="Arguments"/> name, and prints a <see cref="StartSample"/>.</summary>
    public static int Run(string[] arguments)
    {
        BenchModel model = BenchModels.All[int.Parse(arguments[1], CultureInfo.InvariantCulture)];
        float[] numbers = RandomModels.Inputs(int.Parse(arguments[2], CultureInfo.InvariantCulture), bound: 0.1f);
        string[]? texts = numbers.Length > MostNumbers ? [Text(numbers)] : null;

        // The clock and the counters run once before they count: their own first calls are slow.
        long[] ticks = new long[Steps];
        Time(static (_, _) => { }, [], [], ticks);
        Array.Sort(ticks);
        long overhead = ticks[Steps / 2];
        Compiled();

        // What "new Model()" does where weights are compiled in: describe the model, lay its weights out, then make the instance. The models of
        // the bench get their weights at run time, so the instance has others, which are laid out untimed.
        Compilation before = Compiled();
        long start = Stopwatch.GetTimestamp();
        _ = texts is null ? PackedWeights.FromNumbers(model.Info.Shape, numbers) : PackedWeights.FromText(model.Info.Shape, texts);
        long weights = Stopwatch.GetTimestamp() - start;
        Compilation ofWeights = Compiled() - before;

        PackedWeights loaded = model.Load(model.Manifest());
        before = Compiled();
        start = Stopwatch.GetTimestamp();
        IStreamingModel stepped = model.Create(loaded);
        long instance = Stopwatch.GetTimestamp() - start;
        Compilation ofInstance = Compiled() - before;

        float[] input = RandomModels.Inputs(model.Info.InputSize);
        float[] output = new float[model.Info.OutputSize];
        before = Compiled();
        Time(stepped.Step, input, output, ticks);
        Compilation ofSteps = Compiled() - before;

        long first = ticks[0] - overhead;
        long second = ticks[1] - overhead;
        Array.Sort(ticks);
        var sample = new StartSample(
            weights, ofWeights.Methods, ofWeights.Nanoseconds, instance, ofInstance.Methods, ofInstance.Nanoseconds,
            first, ofSteps.Methods, ofSteps.Nanoseconds, second, ticks[Steps / 2] - overhead);
        Console.WriteLine(sample.ToLine());
        return 0;
    }

    /// <summary>Times single steps. Compiled well at once, and called before it counts: no part of it is new when a model's first step is timed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Time(StepMethod step, float[] input, float[] output, long[] ticks)
    {
        for (int i = 0; i < ticks.Length; i++)
        {
            long start = Stopwatch.GetTimestamp();
            step(input, output);
            ticks[i] = Stopwatch.GetTimestamp() - start;
        }
    }

    private static Compilation Compiled() =>
        new(JitInfo.GetCompiledMethodCount(currentThread: true), (long)JitInfo.GetCompilationTime(currentThread: true).TotalNanoseconds);

    private static string Text(float[] numbers) => new(System.Runtime.InteropServices.MemoryMarshal.Cast<float, char>(numbers));

    private readonly record struct Compilation(long Methods, long Nanoseconds)
    {
        public static Compilation operator -(Compilation left, Compilation right) => new(left.Methods - right.Methods, left.Nanoseconds - right.Nanoseconds);
    }
}
