using System.Runtime.CompilerServices;

namespace GhostGen.Bench.Silence;

/// <summary>The same with a state that is written before each step: one that the model would leave at once.</summary>
internal sealed class HeldSignalWork(string name, SteppedModel model, float[] input, float[] state) : SignalWork(name, model, input, state)
{
    /// <inheritdoc/>
    public override double ShareOfDenormalStates()
    {
        Begin();
        return SmallNumbers.ShareOfDenormals(Model.State);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Repeat(int steps)
    {
        Begin();
        for (int i = 0; i < steps; i++)
        {
            State.CopyTo(Model.State);
            Model.Step();
        }
    }
}
