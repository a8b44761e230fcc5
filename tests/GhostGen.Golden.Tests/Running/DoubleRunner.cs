using GhostGen.Reference;

namespace GhostGen.Golden.Tests.Running;

/// <summary>Runs the double-precision reference.</summary>
internal sealed class DoubleRunner(DoubleReferenceModel model) : IRunner
{
    public double[] Step(ReadOnlySpan<float> input)
    {
        var wide = new double[input.Length];
        for (int i = 0; i < wide.Length; i++)
        {
            wide[i] = input[i];
        }

        var output = new double[model.Info.OutputSize];
        model.Step(wide, output);
        return output;
    }

    public void SetState(ReadOnlySpan<float> state)
    {
        for (int i = 0; i < state.Length; i++)
        {
            model.State[i] = state[i];
        }
    }

    public double[] CopyState() => model.State.ToArray();
}
