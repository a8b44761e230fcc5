using BenchmarkDotNet.Attributes;
using GhostGen.Bench.Contenders;
using GhostGen.Bench.Torch;

namespace GhostGen.Bench.Bdn;

/// <content>TorchSharp: this folder is compiled only where BenchTorchSharp is set.</content>
public partial class GruStep
{
    /// <summary>Prepares TorchSharp.</summary>
    [GlobalSetup(Target = nameof(TorchSharp))]
    public void SetUpTorchSharp() => SetUp(ContenderNames.TorchSharp, static (_, manifest) => new TorchSharpGru(manifest));

    /// <summary>TorchSharp's GRU cell.</summary>
    [Benchmark]
    public void TorchSharp() => Step();
}
