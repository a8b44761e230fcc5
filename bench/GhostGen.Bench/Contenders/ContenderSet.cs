using GhostGen.Bench.Models;
using GhostGen.Bench.Onnx;
using GhostGen.Bench.Precisions;
using GhostGen.Kernels;
using GhostGen.Manifests;
using GhostGen.Measuring.Timing;
using GhostGen.Reference;

namespace GhostGen.Bench.Contenders;

/// <summary>All that is timed for one model: each contender with the same weights, each checked.</summary>
internal sealed class ContenderSet : IDisposable
{
    private readonly IReadOnlyList<IStreamingModel> models;

    private ContenderSet(BenchModel model, IReadOnlyList<PrecisionContender> precisions, IReadOnlyList<IStreamingModel> models, IReadOnlyList<Work> works)
    {
        Model = model;
        Precisions = precisions;
        this.models = models;
        Works = works;
    }

    /// <summary>The model.</summary>
    public BenchModel Model { get; }

    /// <summary>The generated classes of less than single precision, whose steps and sequences are among <see cref="Works"/>.</summary>
    public IReadOnlyList<PrecisionContender> Precisions { get; }

    /// <summary>The contenders, the generated class first.</summary>
    public IReadOnlyList<Work> Works { get; }

    /// <summary>Prepares and checks the contenders.</summary>
    /// <param name="model">The model.</param>
    /// <param name="peers">Whether other libraries take part, where they know the model's layer.</param>
    /// <param name="hot">Whether caches stay warm between steps: only then are sequences and the latency of a multiply-add of interest.</param>
    /// <exception cref="InvalidOperationException">A contender computes something else than the double reference.</exception>
    public static ContenderSet Create(BenchModel model, bool peers, bool hot)
    {
        ModelManifest manifest = model.Manifest();
        var check = new ContenderCheck(model, manifest);
        PackedWeights weights = model.Load(manifest);
        IStreamingModel generated = check.Require(ContenderNames.GeneratedStep, model.Create(weights));
        List<(string Name, IStreamingModel Model)> others =
        [
            (ContenderNames.Generic, new GenericModel(manifest)),
            (ContenderNames.Reference, new ReferenceModel(manifest)),
        ];
        if (peers && model.IsPlain)
        {
            others.Add((ContenderNames.TensorPrimitives, new TensorPrimitivesGru(manifest)));
            others.Add((ContenderNames.OnnxRuntime, new OnnxGru(manifest)));
            others.AddRange(OptionalContenders.Of(manifest));
        }

        List<Work> works = [ModelWork.Step(ContenderNames.GeneratedStep, generated), new ReadWork(ContenderNames.PlainRead, weights)];
        if (hot)
        {
            works.Add(ModelWork.Run(ContenderNames.GeneratedRun, generated));
            works.Add(ModelWork.Batch(ContenderNames.GeneratedBatch, check.RequireBatch(ContenderNames.GeneratedBatch, model.CreateBatch(weights, BatchWork.Streams))));
            works.Add(ArithmeticWork.PeakLanes(ContenderNames.PeakMultiplyAdds));
            if (model.CreateFast is { } createFast)
            {
                IStreamingModel fast = check.Require(ContenderNames.FastStep, createFast(weights));
                works.Add(ModelWork.Step(ContenderNames.FastStep, fast));
                works.Add(ModelWork.Run(ContenderNames.FastRun, fast));
            }

            works.Add(ArithmeticWork.DependentMultiplyAdd(ContenderNames.DependentMultiplyAdd));
        }

        List<PrecisionContender> precisions = [.. PrecisionModels.Of(model).Select(precise => PrecisionContender.Create(precise, manifest, check, hot))];
        works.AddRange(precisions.SelectMany(static contender => contender.Works));
        works.AddRange(others.Select(other => ModelWork.Step(other.Name, check.Require(other.Name, other.Model))));
        return new(model, precisions, [generated, .. others.Select(static other => other.Model)], works);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (IDisposable model in models.OfType<IDisposable>())
        {
            model.Dispose();
        }
    }
}
