using System.Runtime.CompilerServices;
using GhostGen.Kernels;
using GhostGen.Kernels.Lanes;

namespace GhostGen.Reference.Generic;

/// <summary>The gates' kernels, for panels of one width. Every accumulator stays in registers from its bias to its activation.</summary>
/// <typeparam name="T">The outputs of a panel.</typeparam>
/// <param name="weights">The weights of the panels, in the order in which they are read.</param>
/// <param name="firstOutput">The first output of the first panel.</param>
/// <param name="panels">The number of panels.</param>
/// <param name="sources">The lengths of the sources.</param>
internal sealed class GateKernels<T>(PackedWeights weights, int firstOutput, int panels, SourceLengths sources) : GateRun
    where T : struct, ILanes<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Gates(ref float input, ref float state, ref float next, Activation activation)
    {
        ref float row = ref weights.Start;
        ref float ghosts = ref Unsafe.Add(ref state, sources.Inside);
        for (int panel = 0; panel < panels; panel++)
        {
            T candidate = T.Load(ref row);
            T reset = T.Load(ref Unsafe.Add(ref row, T.Count));
            T update = T.Load(ref Unsafe.Add(ref row, 2 * T.Count));
            T recurrent = T.Load(ref Unsafe.Add(ref row, 3 * T.Count));
            row = ref Unsafe.Add(ref row, 4 * T.Count);
            row = ref Accumulation.Add(ref row, ref input, sources.Input, ref candidate, ref reset, ref update);
            row = ref Accumulation.Add(ref row, ref state, sources.Inside, ref reset, ref update, ref recurrent);
            row = ref Accumulation.Add(ref row, ref ghosts, sources.Outside, ref candidate, ref reset, ref update);

            int output = firstOutput + (panel * T.Count);
            candidate = T.MultiplyAdd(T.Sigmoid(reset), recurrent, candidate);
            candidate = Epilogue.Activate(activation, candidate);
            Epilogue.Blend(T.Sigmoid(update), T.Load(ref Unsafe.Add(ref state, output)), candidate).Store(ref Unsafe.Add(ref next, output));
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void ResetUpdate(ref float input, ref float state, ref float gated, ref float update)
    {
        ref float row = ref weights.Start;
        for (int panel = 0; panel < panels; panel++)
        {
            T reset = T.Load(ref row);
            T keep = T.Load(ref Unsafe.Add(ref row, T.Count));
            row = ref Unsafe.Add(ref row, 2 * T.Count);
            row = ref Accumulation.Add(ref row, ref input, sources.Input, ref reset, ref keep);
            row = ref Accumulation.Add(ref row, ref state, sources.Inside + sources.Outside, ref reset, ref keep);

            int output = firstOutput + (panel * T.Count);
            (T.Sigmoid(reset) * T.Load(ref Unsafe.Add(ref state, output))).Store(ref Unsafe.Add(ref gated, output));
            T.Sigmoid(keep).Store(ref Unsafe.Add(ref update, output));
        }
    }
}
