using System.Runtime.CompilerServices;
using GhostGen.Kernels;
using GhostGen.Kernels.Lanes;

namespace GhostGen.Reference.Generic;

/// <summary>The product's kernels, for panels of two values of <typeparamref name="T"/>: twice the chains. One larger type would do the same, but the compiler keeps structs of more than four fields in memory.</summary>
/// <typeparam name="T">The outputs of half a panel.</typeparam>
/// <param name="weights">The weights of the panels, in the order in which they are read.</param>
/// <param name="firstOutput">The first output of the first panel.</param>
/// <param name="panels">The number of panels.</param>
/// <param name="sources">The lengths of the sources.</param>
internal sealed class DoubleProduct<T>(PackedWeights weights, int firstOutput, int panels, SourceLengths sources) : ProductRun
    where T : struct, ILanes<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Product(ref float input, ref float output, Activation activation)
    {
        ref float row = ref weights.Start;
        for (int panel = 0; panel < panels; panel++)
        {
            T first = T.Load(ref row);
            T second = T.Load(ref Unsafe.Add(ref row, T.Count));
            row = ref Unsafe.Add(ref row, 2 * T.Count);
            row = ref Accumulation.Add(ref row, ref input, sources.Input, ref first, ref second);

            ref float target = ref Unsafe.Add(ref output, firstOutput + (panel * 2 * T.Count));
            Epilogue.Activate(activation, first).Store(ref target);
            Epilogue.Activate(activation, second).Store(ref Unsafe.Add(ref target, T.Count));
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Candidate(ref float input, ref float state, ref float gated, ref float update, ref float next, Activation activation)
    {
        ref float row = ref weights.Start;
        for (int panel = 0; panel < panels; panel++)
        {
            T first = T.Load(ref row);
            T second = T.Load(ref Unsafe.Add(ref row, T.Count));
            row = ref Unsafe.Add(ref row, 2 * T.Count);
            row = ref Accumulation.Add(ref row, ref input, sources.Input, ref first, ref second);
            row = ref Accumulation.Add(ref row, ref gated, sources.Inside + sources.Outside, ref first, ref second);

            int output = firstOutput + (panel * 2 * T.Count);
            Finish(first, output, ref state, ref update, ref next, activation);
            Finish(second, output + T.Count, ref state, ref update, ref next, activation);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(T sum, int output, ref float state, ref float update, ref float next, Activation activation)
    {
        T keep = T.Load(ref Unsafe.Add(ref update, output));
        sum = Epilogue.Activate(activation, sum);
        Epilogue.Blend(keep, T.Load(ref Unsafe.Add(ref state, output)), sum).Store(ref Unsafe.Add(ref next, output));
    }
}
