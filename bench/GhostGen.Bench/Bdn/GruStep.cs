using BenchmarkDotNet.Attributes;
using GhostGen.Bench.Contenders;
using GhostGen.Bench.Onnx;
using GhostGen.Modeling;

namespace GhostGen.Bench.Bdn;

/// <summary>Plain GRUs, which other libraries know too.</summary>
public partial class GruStep() : StepBenchmarks(GruShape.KindName)
{
    /// <summary>Prepares the GRU made of TensorPrimitives.</summary>
    [GlobalSetup(Target = nameof(TensorPrimitives))]
    public void SetUpTensorPrimitives() => SetUp(ContenderNames.TensorPrimitives, static (_, manifest) => new TensorPrimitivesGru(manifest));

    /// <summary>A GRU out of the calls of System.Numerics.Tensors.</summary>
    [Benchmark]
    public void TensorPrimitives() => Step();

    /// <summary>Prepares ONNX Runtime.</summary>
    [GlobalSetup(Target = nameof(OnnxRuntime))]
    public void SetUpOnnxRuntime() => SetUp(ContenderNames.OnnxRuntime, static (_, manifest) => new OnnxGru(manifest));

    /// <summary>ONNX Runtime's GRU.</summary>
    [Benchmark]
    public void OnnxRuntime() => Step();
}
