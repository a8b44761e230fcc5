using System.Runtime.CompilerServices;
using GhostGen.Kernels;
using GhostGen.Kernels.Lanes;

namespace GhostGen.Reference.Generic;

/// <summary>The same where folded ghosts stand outside the reset gate: the states that stand inside it add to the outside as well.</summary>
/// <typeparam name="T">The outputs of a panel.</typeparam>
/// <param name="weights">The weights of the panels, in the order in which they are read.</param>
/// <param name="firstOutput">The first output of the first panel.</param>
/// <param name="panels">The number of panels.</param>
/// <param name="sources">The lengths of the sources.</param>
internal sealed class FoldedGateKernels<T>(PackedWeights weights, int firstOutput, int panels, SourceLengths sources) : GateKernels<T>(weights, firstOutput, panels, sources)
    where T : struct, ILanes<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Gates(ref float input, ref float state, ref float next, Activation activation)
    {
        ref float row = ref Weights.Start;
        ref float ghostsPresent = ref Unsafe.Add(ref state, Sources.Inside);
        for (int panel = 0; panel < Panels; panel++)
        {
            T candidate = T.Load(ref row);
            T reset = T.Load(ref Unsafe.Add(ref row, T.Count));
            T update = T.Load(ref Unsafe.Add(ref row, 2 * T.Count));
            T recurrent = T.Load(ref Unsafe.Add(ref row, 3 * T.Count));
            row = ref Unsafe.Add(ref row, 4 * T.Count);
            row = ref Accumulation.Add(ref row, ref input, Sources.Input, ref candidate, ref reset, ref update);
            row = ref Accumulation.Add(ref row, ref state, Sources.Inside, ref candidate, ref reset, ref update, ref recurrent);
            row = ref Accumulation.Add(ref row, ref ghostsPresent, Sources.Outside, ref candidate, ref reset, ref update);

            int output = FirstOutput + (panel * T.Count);
            Epilogue.Gates(candidate, reset, update, recurrent, T.Load(ref Unsafe.Add(ref state, output)), activation).Store(ref Unsafe.Add(ref next, output));
        }
    }
}
