using System.Runtime.CompilerServices;
using GhostGen.Modeling;
using GhostGen.Kernels;
using GhostGen.Packing;

namespace GhostGen.Reference.Generic;

/// <summary>The cheap operation of a GhostGRU: one matrix, one matrix a group, or one scale a ghost.</summary>
internal sealed class GenericCheapMap
{
    private readonly ProductRun[][] groups = [];
    private readonly DiagonalRun? diagonal;
    private readonly int inputsPerGroup;
    private readonly int outputsPerGroup;
    private readonly Activation activation;
    private readonly long weightFloats;

    internal GenericCheapMap(StageLayout stage, LayerWeights weights, GhostGruShape shape, int widestLanes)
    {
        activation = shape.CheapActivation;
        if (stage.Kind == StageKind.DiagonalCheap)
        {
            diagonal = DiagonalRun.Create(stage, weights, shape, widestLanes, ref weightFloats);
            return;
        }

        inputsPerGroup = stage.Inputs[0].Count;
        outputsPerGroup = stage.Outputs;
        groups = new ProductRun[stage.Repeats][];
        for (int group = 0; group < groups.Length; group++)
        {
            groups[group] = PanelRuns.Products(stage, weights, group, widestLanes, ref weightFloats);
        }
    }

    /// <summary>The floats of weights, padding included.</summary>
    internal long WeightFloats => weightFloats;

    /// <summary>Writes the ghosts of an intrinsic state. A vector may reach beyond the end of a group: what it writes there, the next group overwrites.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Apply(ref float intrinsic, ref float ghosts)
    {
        diagonal?.Apply(ref intrinsic, ref ghosts, activation);
        for (int group = 0; group < groups.Length; group++)
        {
            foreach (ProductRun run in groups[group])
            {
                run.Product(ref Unsafe.Add(ref intrinsic, group * inputsPerGroup), ref Unsafe.Add(ref ghosts, group * outputsPerGroup), activation);
            }
        }
    }
}
