using System.Runtime.CompilerServices;
using EdgeAot;
using GhostGen.Kernels;

var spotter = new KeywordSpotter();
var probabilities = new float[KeywordSpotter.OutputSize];
spotter.Step(new float[KeywordSpotter.InputSize], probabilities);

if (args is [FirstOutput.Argument, string startedAt])
{
    Console.WriteLine(FirstOutput.Elapsed(startedAt));
    return;
}

bool native = !RuntimeFeature.IsDynamicCodeSupported;
long size = native ? new FileInfo(Environment.ProcessPath!).Length : 0;
Console.WriteLine(FormattableString.Invariant($"model         {KeywordSpotter.Info.Name}: {KeywordSpotter.Info.Parameters} parameters, compiled in"));
Console.WriteLine($"built as      {(native ? "NativeAOT" : "intermediate code for the JIT")}");
Console.WriteLine(native ? FormattableString.Invariant($"binary        {size / 1e6:0.00} MB, all of it: no runtime, no model file") : "binary        needs the .NET runtime");
Console.WriteLine(FormattableString.Invariant($"first output  {FirstOutput.MedianMilliseconds():0.0} ms after the start of the process"));
Console.WriteLine($"multiply-add  {(Scalar.IsFused ? "fused" : "separate")}");
Console.WriteLine(FormattableString.Invariant($"digest        {OutputDigest.Of(spotter):X16} (1,000 steps; the same in every build whose multiply-adds are {(Scalar.IsFused ? "fused" : "separate")})"));
