using GhostGen.Cli.Data;
using GhostGen.Cli.Verifying;
using GhostGen.Compiling;
using GhostGen.Manifests;
using GhostGen.Measuring.Machine;
using GhostGen.Measuring.Timing;
using GhostGen.Modeling;
using GhostGen.Packing;
using GhostGen.Reference;

namespace GhostGen.Cli.Benching;

/// <summary>Compiles a model and times it against others, in turn.</summary>
/// <param name="model">The model as it is to be compiled.</param>
/// <param name="rounds">How often each contender is measured.</param>
/// <param name="progress">Told between measurements: a phase, how much of it is done, and how much there is.</param>
/// <param name="cancellation">Ends the work.</param>
internal sealed class BenchRun(ModelCase model, int rounds, Action<string, int, int> progress, CancellationToken cancellation)
{
    /// <summary>The streams that a batch reads weights once for.</summary>
    private const int StreamsOfTile = 8;

    private const int CheckedSteps = 64;
    private const int Seed = 1;

    /// <summary>Does it.</summary>
    /// <param name="file">The model's file.</param>
    /// <exception cref="ToolException">The class does not compute what the reference does: a wrong result may be had in no time at all.</exception>
    public BenchResult Measure(string file)
    {
        progress("machine", 0, 1);
        MachineLimits limits = MachineMeter.Measure(cancellation);
        progress("compiling", 0, 1);
        CompiledModel compiled = CompiledModel.CompileAll([model], cancellation)[0];
        IStreamingModel generated = compiled.Create();
        RequireTheBitsOfTheReference(file, compiled);
        progress("warming up", 0, 1);

        ModelManifest manifest = model.Manifest;
        ModelInfo info = generated.Info;
        float[] step = NormalInput.Of(manifest, 1, Seed);
        var generic = new GenericModel(manifest);
        bool hasBytes = info.Layers.Any(static layer => layer.HasBytes);
        (Work Work, double? Bytes)[] works =
        [
            (new StepWork("generated, Step", generated, step), info.WeightBytes),
            (new RunWork("generated, Run of 64", compiled.Create(), NormalInput.Of(manifest, RunWork.BlockLength, Seed)), info.WeightBytes),
            (new BatchWork("generated, Batch of 16", compiled.CreateBatch(BatchWork.Streams), NormalInput.Of(manifest, BatchWork.Streams, Seed)),
                hasBytes ? info.WeightBytes : (double)info.WeightBytes / StreamsOfTile),
            (new StepWork("generic", generic, step), generic.Info.WeightBytes),
            (new StepWork("reference", new ReferenceModel(manifest, info), step), info.Parameters * sizeof(float)),
            (new ReadWork(LimitNames.Read, AlignedMemory.OfBytes(sizeof(float) * PanelPolicy.Align((int)(info.WeightBytes / sizeof(float))))), null),
            (ArithmeticWork.PeakLanes(LimitNames.Arithmetic), null),
        ];
        WarmUp.Run([.. works.Select(static work => work.Work)]);
        IReadOnlyList<StepTime> times = Race([.. works.Select(static work => work.Work)]);
        double? arithmetic = hasBytes ? null : times[^1].Minimum / ArithmeticWork.LanesPerStep * info.MultiplyAdds;
        return new(
            file,
            manifest.Shape.Name,
            model.Precision,
            model.Accuracy,
            MachineDescription.OfThisOne(),
            limits,
            info.MultiplyAdds,
            info.WeightBytes,
            times[^2].Minimum,
            arithmetic,
            [
                .. times.SkipLast(2).Select((time, i) => new BenchContender(
                    time.Contender, time.Minimum, time.Median, time.AllocatedBytes, works[i].Bytes, 2 * info.MultiplyAdds / time.Minimum, time.Minimum / times[0].Minimum)),
            ],
            null);
    }

    private IReadOnlyList<StepTime> Race(Work[] works)
    {
        var race = new RoundRobin(works);
        for (int round = 0; round < rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            progress("measuring", round, rounds);
            race.Measure(1);
        }

        progress("measuring", rounds, rounds);
        return race.Results();
    }

    private void RequireTheBitsOfTheReference(string file, CompiledModel compiled)
    {
        var rig = new LayerRig(compiled, model.Manifest, [model.Manifest.Shape.Layers.Count - 1]);
        float[] input = NormalInput.Of(model.Manifest, CheckedSteps, Seed);
        int size = model.Manifest.Shape.InputSize;
        for (int i = 0; i < CheckedSteps; i++)
        {
            rig.Step(input.AsSpan(i * size, size));
        }

        if (rig.Results().Any(static layer => layer.Difference.AgainstSingle.Different > 0))
        {
            throw new ToolException(file, "the compiled model does not compute what the reference does, and is not timed; 'ghostgen verify' shows where.");
        }
    }
}
