using System.Runtime.CompilerServices;
using GhostGen.Measuring.Timing;

namespace GhostGen.Bench.Silence;

/// <summary>A model's <see cref="IStreamingmodel.Step"/> with the same input over and over, in the state that this leads to.</summary>
/// <param name="name">What the signal is called.</param>
/// <param name="model">The model, which signals share.</param>
/// <param name="input">The input of each step.</param>
/// <param name="state">The state to begin with.</param>
internal sealed class SignalWork(string name, SteppedModel model, float[] input, float[] state) : Work(name)
{
    /// <summary>Without biases a state of these models halves in one or two steps: it would be denormal after some 200, and settled soon after.</summary>
    private const int StepsToSettle = 4000;

    /// <summary>The state that a measurement begins with.</summary>
    public float[] State { get; private set; } = state;

    /// <summary>Begins where the state no longer depends on where it began.</summary>
    public SignalWork Settled()
    {
        Repeat(StepsToSettle);
        State = model.State.ToArray();
        return this;
    }

    /// <summary>The share of denormals among the states that a step reads: the first step of a measurement or one long after it, the larger.</summary>
    public double ShareOfDenormalStates()
    {
        Repeat(StepsToSettle);
        return Math.Max(SmallNumbers.ShareOfDenormals(State), SmallNumbers.ShareOfDenormals(model.State));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Repeat(int steps)
    {
        Begin();
        for (int i = 0; i < steps; i++)
        {
            model.Step();
        }
    }

    /// <summary>Writes input and state.</summary>
    private void Begin()
    {
        input.CopyTo(model.Input);
        State.CopyTo(model.State);
    }
}
