using System.Runtime.CompilerServices;

namespace GhostGen.Measuring.Timing;

/// <summary>A model's <see cref="IStreamingModel.Step"/>, called once a step.</summary>
internal sealed class StepWork : Work
{
    private readonly StepMethod step;
    private readonly float[] input;
    private readonly float[] output;

    /// <summary>Prepares the work.</summary>
    /// <param name="name">What it is called in tables and files.</param>
    /// <param name="model">What is stepped.</param>
    /// <param name="inputs">The input of a step, the same every time.</param>
    internal StepWork(string name, IStreamingModel model, float[] inputs)
        : base(name)
    {
        // A delegate calls the method itself. A call through the interface, from a place that sees many classes, would look the method
        // up every time and add a few nanoseconds to the smallest models.
        step = model.Step;
        input = inputs;
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
