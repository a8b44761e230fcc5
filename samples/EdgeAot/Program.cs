using EdgeAot;
using GhostGen;
using GhostGen.Kernels;
using GhostGen.Manifests;

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
ModelManifest manifest = MadeUpWeights.Of(Enhancer.Info.Shape);
PackedWeights weights = Enhancer.LoadWeights(manifest);
PackedWeights halves = BFloat16Enhancer.LoadWeights(manifest);
PackedWeights bytes = Int8Enhancer.LoadWeights(manifest);
PackedWeights wideBytes = Int8WideEnhancer.LoadWeights(manifest);
PackedWeights wholeNumbers = IntegerEnhancer.LoadWeights(manifest);
ulong[] digests =
[
    OutputDigest.Of(spotter, new KeywordSpotter.Batch(OutputDigest.Streams)),
    OutputDigest.Of(new Enhancer(weights), new Enhancer.Batch(weights, OutputDigest.Streams)),
    OutputDigest.Of(new BFloat16Spotter(), new BFloat16Spotter.Batch(OutputDigest.Streams)),
    OutputDigest.Of(new BFloat16Enhancer(halves), new BFloat16Enhancer.Batch(halves, OutputDigest.Streams)),
    OutputDigest.Of(new Int8Spotter(), new Int8Spotter.Batch(OutputDigest.Streams)),
    OutputDigest.Of(new Int8Enhancer(bytes), new Int8Enhancer.Batch(bytes, OutputDigest.Streams)),
    OutputDigest.Of(new Int8WideSpotter(), new Int8WideSpotter.Batch(OutputDigest.Streams)),
    OutputDigest.Of(new Int8WideEnhancer(wideBytes), new Int8WideEnhancer.Batch(wideBytes, OutputDigest.Streams)),
    OutputDigest.Of(new IntegerSpotter(), new IntegerSpotter.Batch(OutputDigest.Streams)),
    OutputDigest.Of(new IntegerEnhancer(wholeNumbers), new IntegerEnhancer.Batch(wholeNumbers, OutputDigest.Streams)),
];
Console.WriteLine($"models        {KeywordSpotter.Info.Name}: {KeywordSpotter.Info.Parameters} parameters, compiled in; {Enhancer.Info.Name}: {Enhancer.Info.Parameters}, loaded; and both in every other precision: {string.Join(", ", Enum.GetValues<Precision>()[1..])}");
Console.WriteLine($"built as      {(native ? "NativeAOT" : "intermediate code for the JIT")}");
Console.WriteLine(native ? $"binary        {new FileInfo(program).Length / 1e6:0.00} MB, all of it: no runtime, no model file" : "binary        needs the .NET runtime");
Console.WriteLine($"first output  {FirstOutput.Median()}");
Console.WriteLine($"multiply-add  {(Scalar.IsFused ? "fused" : "separate")}");
Console.WriteLine($"digests       {string.Join(' ', digests.Select(static digest => $"{digest:X16}"))} (1,000 steps of each model, one by one, as a sequence and in a batch; the same in every build whose multiply-adds are {(Scalar.IsFused ? "fused" : "separate")})");
