using GhostGen.Bench.Models;
using GhostGen.Kernels;
using GhostGen.Manifests;
using GhostGen.Measuring.Timing;
using GhostGen.TestSupport;

namespace GhostGen.Bench.Silence;

/// <summary>One model, with its biases and without, and all signals for it.</summary>
internal sealed class SignalSet
{
    private SignalSet(BenchModel model, bool isFast, IReadOnlyList<SignalWork> works)
    {
        Model = model;
        IsFast = isFast;
        Works = works;
        Race = new RoundRobin(works);
    }

    /// <summary>The model.</summary>
    public BenchModel Model { get; }

    /// <summary>Whether its activations are the fast ones.</summary>
    public bool IsFast { get; }

    /// <summary>The signals.</summary>
    public IReadOnlyList<SignalWork> Works { get; }

    /// <summary>Times them in turn.</summary>
    public RoundRobin Race { get; }

    /// <summary>The model, and the same with fast activations where the bench has it.</summary>
    public static IEnumerable<SignalSet> Of(BenchModel model)
    {
        yield return Of(model, model.Create, isFast: false);
        if (model.CreateFast is { } createFast)
        {
            yield return Of(model, createFast, isFast: true);
        }
    }

    private static SignalSet Of(BenchModel model, Func<PackedWeights, IStreamingModel> create, bool isFast)
    {
        ModelManifest manifest = model.Manifest();
        var biased = new SteppedModel(create(model.Load(manifest)));
        var unbiased = new SteppedModel(create(model.Load(SmallNumbers.WithoutBiases(manifest))));
        float[] ordinary = RandomModels.Inputs(model.Info.InputSize);
        float[] silence = new float[model.Info.InputSize];
        float[] small = SmallNumbers.Of(model.Info.InputSize, SmallNumbers.SquareIsDenormal);
        float[] underflow = SmallNumbers.Of(model.Info.InputSize, SmallNumbers.LeastNormal);
        float[] denormal = SmallNumbers.Of(model.Info.InputSize, SmallNumbers.Denormal);
        float[] zeros = new float[model.Info.StateSize];

        SignalWork biasedFirst = new SignalWork(SignalNames.Ordinary, biased, ordinary, zeros).Settled();
        SignalWork unbiasedFirst = new SignalWork(SignalNames.OrdinaryUnbiased, unbiased, ordinary, zeros).Settled();
        return new(
            model,
            isFast,
            [
                biasedFirst,
                new SignalWork(SignalNames.Silence, biased, silence, biasedFirst.State).Settled(),
                new SignalWork(SignalNames.DenormalInput, biased, denormal, biasedFirst.State).Settled(),
                unbiasedFirst,
                new SignalWork(SignalNames.SilenceUnbiased, unbiased, silence, unbiasedFirst.State).Settled(),
                new SignalWork(SignalNames.SmallUnbiased, unbiased, small, unbiasedFirst.State).Settled(),
                new SignalWork(SignalNames.UnderflowUnbiased, unbiased, underflow, unbiasedFirst.State).Settled(),
                new SignalWork(SignalNames.DenormalUnbiased, unbiased, denormal, unbiasedFirst.State).Settled(),
            ]);
    }
}
