using System.Runtime.CompilerServices;
using GhostGen.TestSupport;

namespace GhostGen.Bench.Timing;

/// <summary>A model's <see cref="IStreamingModel.Step"/>, called once a step.</summary>
internal sealed class StepWork : Work
{
    private readonly StepMethod step;
    private readonly float[] input;
    private readonly float[] output;

    internal StepWork(string name, IStreamingModel model)
        : base(name)
    {
        // A delegate calls the method itself. A call through the interface, from a place that sees many classes, would look the method
        // up every time and add a few nanoseconds to the smallest models.
        step = model.Step;
        input = RandomModels.Inputs(model.Info.InputSize);
        output = new float[model.Info.OutputSize];
    }

    private delegate void StepMethod(ReadOnlySpan<float> input, Span<float> output);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Repeat(int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            step(input, output);
        }
    }
}
