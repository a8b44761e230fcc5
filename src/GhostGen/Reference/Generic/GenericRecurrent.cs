using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GhostGen.Folding;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Kernels;
using GhostGen.Packing;

namespace GhostGen.Reference.Generic;

/// <summary>A GRU or GhostGRU. All panels read the old state, so the new one is collected in a second buffer and copied over at the end.</summary>
internal sealed class GenericRecurrent : GenericLayer
{
    private readonly GateRun[] gates = [];
    private readonly GateRun[] resetUpdate = [];
    private readonly ProductRun[] candidate = [];
    private readonly GenericCheapMap? cheap;
    private readonly Activation activation;
    private readonly int intrinsic;
    private readonly int hidden;
    private readonly int firstOutside;
    private readonly int outside;
    private readonly float[] remembered = [];
    private readonly float[] gated = [];
    private readonly float[] update = [];
    private readonly float[] next;
    private readonly long weightFloats;

    internal GenericRecurrent(ModelManifest manifest, LayerShape shape, int widestLanes)
    {
        var weights = new LayerWeights(manifest, shape);
        hidden = shape.StateSize;
        intrinsic = shape is GhostGruShape ghost ? ghost.Intrinsic : hidden;
        activation = shape is GruShape gru ? gru.CandidateActivation : Activation.Tanh;
        next = Room(hidden);
        (firstOutside, outside) = (intrinsic, hidden - intrinsic);
        if (shape is GhostGruShape folded && GhostFolding.Applies(folded))
        {
            (firstOutside, outside) = (0, intrinsic);
            if (folded.CheapBias)
            {
                outside++;
                remembered = Room(intrinsic + 1);
            }
        }

        foreach (StageLayout stage in LayerStages.Of(shape, VectorWidth.Scalar))
        {
            switch (stage.Kind)
            {
                case StageKind.Gates:
                    gates = PanelRuns.Gates(stage, weights, widestLanes, ref weightFloats);
                    break;
                case StageKind.ResetUpdate:
                    resetUpdate = PanelRuns.Gates(stage, weights, widestLanes, ref weightFloats);
                    gated = Room(intrinsic + outside);
                    update = Room(intrinsic);
                    break;
                case StageKind.Candidate:
                    candidate = PanelRuns.Products(stage, weights, 0, widestLanes, ref weightFloats);
                    break;
                default:
                    cheap = new GenericCheapMap(stage, weights, (GhostGruShape)shape, widestLanes);
                    weightFloats += cheap.WeightFloats;
                    break;
            }
        }
    }

    /// <inheritdoc/>
    internal override long WeightFloats => weightFloats;

    /// <inheritdoc/>
    internal override int StateSize => hidden;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override ref float Step(ref float input, ref float state)
    {
        ref float target = ref First(next);
        ref float old = ref Remember(ref state);
        foreach (GateRun run in gates)
        {
            run.Gates(ref input, ref old, ref target, activation);
        }

        if (candidate.Length > 0)
        {
            BeforeProduct(ref input, ref old, ref target);
        }

        cheap?.Apply(ref target, ref Unsafe.Add(ref target, intrinsic));
        next.AsSpan(0, hidden).CopyTo(MemoryMarshal.CreateSpan(ref state, hidden));
        return ref state;
    }

    /// <summary>What gates read: the state, or its intrinsic part and, where folded ghosts have a bias, behind it whether there are ghosts.</summary>
    private ref float Remember(ref float state)
    {
        if (remembered.Length == 0)
        {
            return ref state;
        }

        MemoryMarshal.CreateReadOnlySpan(ref state, intrinsic).CopyTo(remembered);
        remembered[intrinsic] = GhostState.Present(ref state, hidden);
        return ref First(remembered);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void BeforeProduct(ref float input, ref float state, ref float target)
    {
        ref float resetState = ref First(gated);
        ref float keep = ref First(update);
        foreach (GateRun run in resetUpdate)
        {
            run.ResetUpdate(ref input, ref state, ref resetState, ref keep);
        }

        // The ghosts, or what they are folded into, stand outside the reset gate. They come after the panels, whose last vector may reach
        // into their place.
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref state, firstOutside), outside).CopyTo(gated.AsSpan(intrinsic));
        foreach (ProductRun run in candidate)
        {
            run.Candidate(ref input, ref state, ref resetState, ref keep, ref target, activation);
        }
    }
}
