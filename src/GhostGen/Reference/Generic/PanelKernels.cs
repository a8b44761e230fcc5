using System.Runtime.CompilerServices;
using GhostGen.Kernels;

namespace GhostGen.Reference.Generic;

/// <summary>The kernels, for panels of one width. Every accumulator stays in registers from its bias to its activation.</summary>
/// <typeparam name="T">The outputs of a panel.</typeparam>
/// <param name="weights">The weights of the panels, in the order in which they are read.</param>
/// <param name="firstOutput">The first output of the first panel.</param>
/// <param name="panels">The number of panels.</param>
/// <param name="sources">The lengths of the sources.</param>
internal sealed class PanelKernels<T>(PackedWeights weights, int firstOutput, int panels, SourceLengths sources) : PanelRun
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
            T reset = T.Load(ref row);
            T update = T.Load(ref Unsafe.Add(ref row, T.Count));
            T candidate = T.Load(ref Unsafe.Add(ref row, 2 * T.Count));
            T recurrent = T.Load(ref Unsafe.Add(ref row, 3 * T.Count));
            row = ref Unsafe.Add(ref row, 4 * T.Count);
            row = ref Accumulation.Add(ref row, ref input, sources.Input, ref reset, ref update, ref candidate);
            row = ref Accumulation.Add(ref row, ref state, sources.Inside, ref reset, ref update, ref recurrent);
            row = ref Accumulation.Add(ref row, ref ghosts, sources.Outside, ref reset, ref update, ref candidate);

            int output = firstOutput + (panel * T.Count);
            candidate = T.MultiplyAdd(T.Sigmoid(reset), recurrent, candidate);
            Blend(T.Sigmoid(update), T.Load(ref Unsafe.Add(ref state, output)), Activate(activation, candidate)).Store(ref Unsafe.Add(ref next, output));
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

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Candidate(ref float input, ref float state, ref float gated, ref float update, ref float next, Activation activation)
    {
        ref float row = ref weights.Start;
        for (int panel = 0; panel < panels; panel++)
        {
            T candidate = T.Load(ref row);
            row = ref Unsafe.Add(ref row, T.Count);
            row = ref Accumulation.Add(ref row, ref input, sources.Input, ref candidate);
            row = ref Accumulation.Add(ref row, ref gated, sources.Inside + sources.Outside, ref candidate);

            int output = firstOutput + (panel * T.Count);
            T keep = T.Load(ref Unsafe.Add(ref update, output));
            Blend(keep, T.Load(ref Unsafe.Add(ref state, output)), Activate(activation, candidate)).Store(ref Unsafe.Add(ref next, output));
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Product(ref float input, ref float output, Activation activation)
    {
        ref float row = ref weights.Start;
        for (int panel = 0; panel < panels; panel++)
        {
            T sum = T.Load(ref row);
            row = ref Unsafe.Add(ref row, T.Count);
            row = ref Accumulation.Add(ref row, ref input, sources.Input, ref sum);
            Activate(activation, sum).Store(ref Unsafe.Add(ref output, firstOutput + (panel * T.Count)));
        }
    }

    /// <summary><c>(1 - z) c + z h</c> as <c>z (h - c) + c</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Blend(T update, T old, T candidate) => T.MultiplyAdd(update, old - candidate, candidate);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Activate(Activation activation, T value) => activation switch
    {
        Activation.Relu => T.Relu(value),
        Activation.Sigmoid => T.Sigmoid(value),
        Activation.Tanh => T.Tanh(value),
        _ => value,
    };
}
