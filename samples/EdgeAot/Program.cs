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

// A program for the JIT is a small starter with an assembly beside it; a native one is all there is.
string program = Environment.ProcessPath!;
bool native = !File.Exists(Path.ChangeExtension(program, ".dll"));
Console.WriteLine($"model         {KeywordSpotter.Info.Name}: {KeywordSpotter.Info.Parameters} parameters, compiled in");
Console.WriteLine($"built as      {(native ? "NativeAOT" : "intermediate code for the JIT")}");
Console.WriteLine(native ? $"binary        {new FileInfo(program).Length / 1e6:0.00} MB, all of it: no runtime, no model file" : "binary        needs the .NET runtime");
Console.WriteLine($"first output  {FirstOutput.Median()}");
Console.WriteLine($"multiply-add  {(Scalar.IsFused ? "fused" : "separate")}");
Console.WriteLine($"digest        {OutputDigest.Of(spotter):X16} (1,000 steps; the same in every build whose multiply-adds are {(Scalar.IsFused ? "fused" : "separate")})");
