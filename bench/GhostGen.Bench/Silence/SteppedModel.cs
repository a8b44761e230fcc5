namespace GhostGen.Bench.Silence;

/// <summary>A model, and where its inputs and outputs lie: the same places for all signals, because where memory lies may cost more than what is in it.</summary>
internal sealed class SteppedModel(IStreamingModel model)
{
    private readonly StepMethod step = model.Step;
    private readonly float[] input = new float[model.Info.InputSize];
    private readonly float[] output = new float[model.Info.OutputSize];

    private delegate void StepMethod(ReadOnlySpan<float> input, Span<float> output);

    /// <summary>The input of all steps until it is changed.</summary>
    public Span<float> Input => input;

    /// <summary>The state.</summary>
    public Span<float> State => model.State;

    /// <summary>One step.</summary>
    public void Step() => step(input, output);
}
