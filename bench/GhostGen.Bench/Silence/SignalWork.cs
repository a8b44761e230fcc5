using System.Runtime.CompilerServices;
using GhostGen.Bench.Timing;

namespace GhostGen.Bench.Silence;

/// <summary>A model's <see cref="IStreamingModel.Step"/> with the same input over and over, in the state that this leads to.</summary>
/// <param name="name">What the signal is called.</param>
/// <param name="model">The model, which signals share.</param>
/// <param name="input">The input of each step.</param>
/// <param name="state">The state to begin with.</param>
internal class SignalWork(string name, SteppedModel model, float[] input, float[] state) : Work(name)
{
    /// <summary>Without biases a state of these models halves in one or two steps, so it is denormal after some 200 and settled soon after.</summary>
    private const int StepsToSettle = 4000;

    /// <summary>Whether the signal misses its purpose if a single state is not denormal.</summary>
    public bool MustBeDenormal { get; init; }

    /// <summary>The state that a measurement begins with.</summary>
    public float[] State { get; private set; } = state;

    /// <summary>The model.</summary>
    protected SteppedModel Model { get; } = model;

    /// <summary>Begins where the state no longer depends on where it began.</summary>
    public SignalWork Settled()
    {
        Repeat(StepsToSettle);
        State = Model.State.ToArray();
        return this;
    }

    /// <summary>The share of denormals among the states that a step reads: the first step of a measurement or one long after it, the smaller.</summary>
    public virtual double ShareOfDenormalStates()
    {
        Repeat(StepsToSettle);
        return Math.Min(SmallNumbers.ShareOfDenormals(State), SmallNumbers.ShareOfDenormals(Model.State));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Repeat(int steps)
    {
        Begin();
        for (int i = 0; i < steps; i++)
        {
            Model.Step();
        }
    }

    /// <summary>Writes input and state.</summary>
    protected void Begin()
    {
        input.CopyTo(Model.Input);
        State.CopyTo(Model.State);
    }
}
