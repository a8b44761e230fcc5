using System.Diagnostics;
using GhostGen;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Reference;
using Quickstart;
using Spectre.Console;

const int Steps = 1000;
const int Rounds = 60;
ModelInfo info = KeywordSpotter.Info;
ModelManifest file = ModelFile.Load(Path.Combine(AppContext.BaseDirectory, "kws.ghost.json"));
(string Name, IStreamingModel Model)[] kernels = [("generated", new KeywordSpotter()), ("generic", new GenericModel(file)), ("reference", new ReferenceModel(file))];
var random = new Random(1);
float[][] frames = [.. Enumerable.Range(0, Steps).Select(_ => Enumerable.Range(0, info.InputSize).Select(_ => (4 * random.NextSingle()) - 2).ToArray())];
var output = new float[info.OutputSize];

// After every step the states of all layers and the output are kept, so that each layer can be compared with the references.
float[][] Trace(IStreamingModel model) => [.. frames.Select(frame => { model.Step(frame, output); return (float[])[.. model.State, .. output]; })];
float[][] generated = Trace(kernels[0].Model), reference = Trace(kernels[2].Model);
var oracle = new DoubleReferenceModel(file);
var exactOutput = new double[info.OutputSize];
double[][] exact = [.. frames.Select(frame => { oracle.Step([.. frame.Select(value => (double)value)], exactOutput); return (double[])[.. oracle.State, .. exactOutput]; })];

Table agreement = new Table().Title($"{info.Name}: agreement over {Steps:N0} steps").AddColumns("layer", "values", "same bits as single reference", "largest error against double");
int first = 0;
foreach (LayerShape layer in info.Layers.Where(layer => layer.StateSize > 0).Append(info.Layers[^1]))
{
    (int Step, int Value)[] places = [.. from step in Enumerable.Range(0, Steps) from value in Enumerable.Range(first, layer.OutputSize) select (step, value)];
    int same = places.Count(at => BitConverter.SingleToInt32Bits(generated[at.Step][at.Value]) == BitConverter.SingleToInt32Bits(reference[at.Step][at.Value]));
    double error = places.Max(at => Math.Abs(generated[at.Step][at.Value] - exact[at.Step][at.Value]));
    agreement.AddRow($"{layer.Name} ({layer.Kind}, {layer.InputSize} to {layer.OutputSize})", $"{places.Length:N0}", same == places.Length ? "[green]all[/]" : $"[red]{same:N0}[/]", $"{error:0.0e+0}");
    first += layer.OutputSize;
}

// The kernels take turns, so that whatever else the machine does hits all of them. The first half is for the JIT to get warm.
double[][] times = [.. kernels.Select(_ => new double[Rounds])];
for (int round = 0; round < Rounds; round++)
{
    for (int kernel = 0; kernel < kernels.Length; kernel++)
    {
        long start = Stopwatch.GetTimestamp();
        Array.ForEach(frames, frame => kernels[kernel].Model.Step(frame, output));
        times[kernel][round] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / Steps;
    }
}

Table speed = new Table().Title($"time of a step: {info.MultiplyAdds:N0} multiply-adds, {info.WeightBytes:N0} bytes of weights").AddColumns("kernel", "fastest", "median", "times generated");
double[][] warm = [.. times.Select(all => all[(Rounds / 2)..].Order().ToArray())];
for (int kernel = 0; kernel < kernels.Length; kernel++)
{
    double median = warm[kernel][warm[kernel].Length / 2], unit = warm[0][warm[0].Length / 2];
    speed.AddRow(kernels[kernel].Name, $"{warm[kernel][0]:N0} ns", $"{median:N0} ns", $"{median / unit:0.0}");
}

AnsiConsole.Write(agreement);
AnsiConsole.Write(speed);
