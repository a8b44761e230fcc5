using System.Runtime.CompilerServices;
using GhostGen.Kernels;
using GhostGen.Measuring.Machine;

namespace GhostGen.Measuring.Timing;

/// <summary>A plain read of all weights of a model, of the very bytes that its kernel reads: a step that does nothing else.</summary>
internal sealed class ReadWork(string name, PackedWeights weights) : Work(name)
{
    private int sink;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Repeat(int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            sink ^= PlainRead.Read(ref weights.Start, weights.Count);
        }
    }
}
