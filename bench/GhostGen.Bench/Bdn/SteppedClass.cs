using BenchmarkDotNet.Running;
using GhostGen.Bench.Models;
using GhostGen.Bench.Precisions;
using GhostGen.Kernels;
using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Bench.Bdn;

/// <summary>The generated class that a contender is set in relation to: its own, or the one of single precision where it is none.</summary>
/// <param name="Model">The model of single precision.</param>
/// <param name="Smaller">The same with smaller weights, where the contender has those.</param>
internal sealed record SteppedClass(BenchModel Model, PrecisionModel? Smaller)
{
    /// <summary>The numbers that its weights are stored as.</summary>
    public Precision Precision => Smaller?.Precision ?? Precision.Float32;

    /// <summary>The bytes of its packed weights.</summary>
    public long WeightBytes => (Smaller?.Info ?? Model.Info).WeightBytes;

    /// <summary>Kind, sizes and precision.</summary>
    public string Title => $"{Model.Title} {Precision}";

    /// <summary>Packs weights for it.</summary>
    public PackedWeights Load(ModelManifest manifest) => Smaller?.Load(manifest) ?? Model.Load(manifest);

    /// <summary>The class of a benchmark.</summary>
    public static SteppedClass Of(BenchmarkCase benchmark)
    {
        string kind = benchmark.Descriptor.Type == typeof(GruStep) ? GruShape.KindName : GhostGruShape.KindName;
        string? sizes = benchmark.Parameters[nameof(StepBenchmarks.Sizes)] as string;
        BenchModel model = BenchModels.All.Single(candidate => candidate.Kind == kind && candidate.Sizes == sizes);
        return new(model, PrecisionModels.Of(model).SingleOrDefault(candidate => benchmark.Descriptor.WorkloadMethod.Name == StepBenchmarks.MethodOf(candidate.Precision)));
    }
}
