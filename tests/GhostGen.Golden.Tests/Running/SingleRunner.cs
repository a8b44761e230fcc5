namespace GhostGen.Golden.Tests.Running;

/// <summary>Runs anything in single precision.</summary>
internal sealed class SingleRunner(IStreamingModel model) : IRunner
{
    public double[] Step(ReadOnlySpan<float> input)
    {
        var output = new float[model.Info.OutputSize];
        model.Step(input, output);
        return Array.ConvertAll(output, static value => (double)value);
    }

    public void SetState(ReadOnlySpan<float> state) => state.CopyTo(model.State);

    public double[] CopyState() => Array.ConvertAll(model.State.ToArray(), static value => (double)value);
}
