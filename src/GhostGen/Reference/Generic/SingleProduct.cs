using System.Runtime.CompilerServices;
using GhostGen.Kernels;
using GhostGen.Kernels.Lanes;

namespace GhostGen.Reference.Generic;

/// <summary>The product's kernels, for panels that one value of <typeparamref name="T"/> holds.</summary>
/// <typeparam name="T">The outputs of a panel.</typeparam>
/// <param name="weights">The weights of the panels, in the order in which they are read.</param>
/// <param name="firstOutput">The first output of the first panel.</param>
/// <param name="panels">The number of panels.</param>
/// <param name="sources">The lengths of the sources.</param>
internal sealed class SingleProduct<T>(PackedWeights weights, int firstOutput, int panels, SourceLengths sources) : ProductRun
    where T : struct, ILanes<T>
{
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
            Epilogue.Activate(activation, sum).Store(ref Unsafe.Add(ref output, firstOutput + (panel * T.Count)));
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Candidate(ref float input, ref float state, ref float gated, ref float update, ref float next, Activation activation)
    {
        ref float row = ref weights.Start;
        for (int panel = 0; panel < panels; panel++)
        {
            T sum = T.Load(ref row);
            row = ref Unsafe.Add(ref row, T.Count);
            row = ref Accumulation.Add(ref row, ref input, sources.Input, ref sum);
            row = ref Accumulation.Add(ref row, ref gated, sources.Inside + sources.Outside, ref sum);

            int output = firstOutput + (panel * T.Count);
            T keep = T.Load(ref Unsafe.Add(ref update, output));
            sum = Epilogue.Activate(activation, sum);
            Epilogue.Blend(keep, T.Load(ref Unsafe.Add(ref state, output)), sum).Store(ref Unsafe.Add(ref next, output));
        }
    }
}
