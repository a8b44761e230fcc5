using BenchmarkDotNet.Attributes;
using GhostGen.Bench.Contenders;
using GhostGen.Bench.Models;
using GhostGen.Bench.Precisions;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Reference;
using GhostGen.TestSupport;

namespace GhostGen.Bench.Bdn;

/// <summary>One step of one model by the contenders that know every kind of layer.</summary>
/// <param name="kind">The kind of layer.</param>
public abstract class StepBenchmarks(string kind)
{
    private float[] input = [];
    private float[] output = [];
    private IStreamingModel? model;

    /// <summary>The model's sizes, such as <c>40x128</c>.</summary>
    [ParamsSource(nameof(AllSizes))]
    public string Sizes { get; set; } = string.Empty;

    /// <summary>The sizes of all models of the kind.</summary>
    public IEnumerable<string> AllSizes => BenchModels.All.Where(candidate => candidate.Kind == kind).Select(static candidate => candidate.Sizes);

    /// <summary>Prepares the generated class.</summary>
    [GlobalSetup(Target = nameof(Generated))]
    public void SetUpGenerated() => SetUp(ContenderNames.GeneratedStep, static (shape, manifest) => shape.Create(shape.Load(manifest)));

    /// <summary>The generated class.</summary>
    [Benchmark(Baseline = true)]
    public void Generated() => Step();

    /// <summary>Prepares the generated class with weights of BFloat16.</summary>
    [GlobalSetup(Target = nameof(GeneratedBFloat16))]
    public void SetUpGeneratedBFloat16() => SetUp(Precision.BFloat16);

    /// <summary>The generated class with weights of BFloat16.</summary>
    [Benchmark]
    public void GeneratedBFloat16() => Step();

    /// <summary>Prepares the generated class with weights of Int8.</summary>
    [GlobalSetup(Target = nameof(GeneratedInt8))]
    public void SetUpGeneratedInt8() => SetUp(Precision.Int8);

    /// <summary>The generated class with weights of Int8.</summary>
    [Benchmark]
    public void GeneratedInt8() => Step();

    /// <summary>Prepares the generated class with weights of Int8Wide.</summary>
    [GlobalSetup(Target = nameof(GeneratedInt8Wide))]
    public void SetUpGeneratedInt8Wide() => SetUp(Precision.Int8Wide);

    /// <summary>The generated class with weights of Int8Wide.</summary>
    [Benchmark]
    public void GeneratedInt8Wide() => Step();

    /// <summary>Prepares the generated class in whole numbers.</summary>
    [GlobalSetup(Target = nameof(GeneratedInteger))]
    public void SetUpGeneratedInteger() => SetUp(Precision.Integer);

    /// <summary>The generated class in whole numbers.</summary>
    [Benchmark]
    public void GeneratedInteger() => Step();

    /// <summary>Prepares the generic runtime.</summary>
    [GlobalSetup(Target = nameof(Generic))]
    public void SetUpGeneric() => SetUp(ContenderNames.Generic, static (_, manifest) => new GenericModel(manifest));

    /// <summary>The vectorised runtime for sizes that are only known at run time.</summary>
    [Benchmark]
    public void Generic() => Step();

    /// <summary>Prepares the reference runtime.</summary>
    [GlobalSetup(Target = nameof(Reference))]
    public void SetUpReference() => SetUp(ContenderNames.Reference, static (_, manifest) => new ReferenceModel(manifest));

    /// <summary>The scalar runtime, straight from the equations.</summary>
    [Benchmark]
    public void Reference() => Step();

    /// <summary>Frees what a contender holds.</summary>
    [GlobalCleanup]
    public void CleanUp() => (model as IDisposable)?.Dispose();

    /// <summary>The name of the method that steps the generated class of a precision.</summary>
    internal static string MethodOf(Precision precision) => precision == Precision.Float32 ? nameof(Generated) : $"{nameof(Generated)}{precision}";

    /// <summary>Makes a contender, and checks it before it is timed.</summary>
    private protected void SetUp(string contender, Func<BenchModel, ModelManifest, IStreamingModel> create)
    {
        BenchModel shape = Shape();
        ModelManifest manifest = shape.Manifest();
        model = new ContenderCheck(shape, manifest).Require(contender, create(shape, manifest));
        MakeRoom(shape);
    }

    /// <summary>One step of the contender that was set up.</summary>
    private protected void Step() => model!.Step(input, output);

    private void SetUp(Precision precision)
    {
        BenchModel shape = Shape();
        ModelManifest manifest = shape.Manifest();
        PrecisionModel smaller = PrecisionModels.Of(shape).Single(candidate => candidate.Precision == precision);
        model = smaller.Create(smaller.Load(manifest));
        new ContenderCheck(shape, manifest).RequireError(ContenderNames.PrecisionStep(precision), model, PrecisionBound.Of(precision));
        MakeRoom(shape);
    }

    private BenchModel Shape() => BenchModels.All.Single(candidate => candidate.Kind == kind && candidate.Sizes == Sizes);

    private void MakeRoom(BenchModel shape)
    {
        input = RandomModels.Inputs(shape.Info.InputSize);
        output = new float[shape.Info.OutputSize];
    }
}
