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
internal class GateKernels<T>(PackedWeights weights, int firstOutput, int panels, SourceLengths sources) : GateRun
    where T : struct, ILanes<T>
{
    /// <summary>The weights of the panels.</summary>
    protected PackedWeights Weights { get; } = weights;

    /// <summary>The first output of the first panel.</summary>
    protected int FirstOutput { get; } = firstOutput;

    /// <summary>The number of panels.</summary>
    protected int Panels { get; } = panels;

    /// <summary>The lengths of the sources.</summary>
    protected SourceLengths Sources { get; } = sources;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Gates(ref float input, ref float state, ref float next, Activation activation)
    {
        ref float row = ref Weights.Start;
        ref float ghosts = ref Unsafe.Add(ref state, Sources.Inside);
        for (int panel = 0; panel < Panels; panel++)
        {
            T candidate = T.Load(ref row);
            T reset = T.Load(ref Unsafe.Add(ref row, T.Count));
            T update = T.Load(ref Unsafe.Add(ref row, 2 * T.Count));
            T recurrent = T.Load(ref Unsafe.Add(ref row, 3 * T.Count));
            row = ref Unsafe.Add(ref row, 4 * T.Count);
            row = ref Accumulation.Add(ref row, ref input, Sources.Input, ref candidate, ref reset, ref update);
            row = ref Accumulation.Add(ref row, ref state, Sources.Inside, ref reset, ref update, ref recurrent);
            row = ref Accumulation.Add(ref row, ref ghosts, Sources.Outside, ref candidate, ref reset, ref update);

            int output = FirstOutput + (panel * T.Count);
            Epilogue.Gates(candidate, reset, update, recurrent, T.Load(ref Unsafe.Add(ref state, output)), activation).Store(ref Unsafe.Add(ref next, output));
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void ResetUpdate(ref float input, ref float state, ref float gated, ref float update)
    {
        ref float row = ref Weights.Start;
        for (int panel = 0; panel < Panels; panel++)
        {
            T reset = T.Load(ref row);
            T keep = T.Load(ref Unsafe.Add(ref row, T.Count));
            row = ref Unsafe.Add(ref row, 2 * T.Count);
            row = ref Accumulation.Add(ref row, ref input, Sources.Input, ref reset, ref keep);
            row = ref Accumulation.Add(ref row, ref state, Sources.Inside + Sources.Outside, ref reset, ref keep);

            int output = FirstOutput + (panel * T.Count);
            (T.Sigmoid(reset) * T.Load(ref Unsafe.Add(ref state, output))).Store(ref Unsafe.Add(ref gated, output));
            T.Sigmoid(keep).Store(ref Unsafe.Add(ref update, output));
        }
    }
}
