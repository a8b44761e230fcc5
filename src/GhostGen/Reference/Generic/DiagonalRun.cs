using System.Runtime.CompilerServices;
using GhostGen.Kernels;
using GhostGen.Kernels.Lanes;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Reference.Generic;

/// <summary>The cheap operation with one scale a ghost, element by element.</summary>
internal abstract class DiagonalRun
{
    /// <summary>Packs the weights and chooses the kernel.</summary>
    internal static DiagonalRun Create(StageLayout stage, LayerWeights weights, GhostGruShape shape, int widestLanes, ref long floats)
    {
        // Biases, then scales, each with room for a whole vector behind it.
        int room = shape.Ghosts + PanelCut.Slack;
        var packed = new float[2 * room];
        weights.Biases(Accumulator.Ghost, stage.Outputs).CopyTo(packed, 0);
        LayerWeights.Matrix scales = weights.Weights(Accumulator.Ghost, StageSource.NewIntrinsic);
        for (int i = 0; i < shape.Ghosts; i++)
        {
            packed[room + i] = scales[i, 0];
        }

        floats += packed.Length;
        PackedWeights memory = PackedWeights.Copy(packed);
        return widestLanes switch
        {
            16 => new Kernel<Lanes16>(memory, room, shape.Intrinsic, shape.Ghosts),
            8 => new Kernel<Lanes8>(memory, room, shape.Intrinsic, shape.Ghosts),
            4 => new Kernel<Lanes4>(memory, room, shape.Intrinsic, shape.Ghosts),
            _ => new Kernel<Lanes1>(memory, room, shape.Intrinsic, shape.Ghosts),
        };
    }

    /// <summary>Writes the ghosts of an intrinsic state.</summary>
    internal abstract void Apply(ref float intrinsic, ref float ghosts, Activation activation);

    private sealed class Kernel<T>(PackedWeights weights, int scales, int intrinsicSize, int ghostSize) : DiagonalRun
        where T : struct, ILanes<T>
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        internal override void Apply(ref float intrinsic, ref float ghosts, Activation activation)
        {
            ref float biases = ref weights.Start;
            for (int block = 0; block < ghostSize; block += intrinsicSize)
            {
                int count = Math.Min(intrinsicSize, ghostSize - block);
                for (int i = 0; i < count; i += T.Count)
                {
                    T bias = T.Load(ref Unsafe.Add(ref biases, block + i));
                    T scale = T.Load(ref Unsafe.Add(ref biases, scales + block + i));
                    T ghost = T.MultiplyAdd(scale, T.Load(ref Unsafe.Add(ref intrinsic, i)), bias);
                    Epilogue.Activate(activation, ghost).Store(ref Unsafe.Add(ref ghosts, block + i));
                }
            }
        }
    }
}
