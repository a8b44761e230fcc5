using System.Diagnostics;
using GhostGen;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Reference;
using Quickstart;
using Spectre.Console;

const int Steps = 1000, StepsPerTurn = 50, Turns = 4000;
ModelInfo info = KeywordSpotter.Info;
ModelManifest file = ModelFile.Load(Path.Combine(AppContext.BaseDirectory, "kws.ghost.json"));
(string Name, IStreamingModel Model, List<double> Times)[] kernels =
    [("generated", new KeywordSpotter(), []), ("generic", new GenericModel(file), []), ("reference", new ReferenceModel(file), [])];
var oracle = new DoubleReferenceModel(file);
var random = new Random(1);
float[][] frames = [.. Enumerable.Range(0, Steps).Select(_ => Enumerable.Range(0, info.InputSize).Select(_ => (4 * random.NextSingle()) - 2).ToArray())];
float[] output = new float[info.OutputSize], expected = new float[info.OutputSize];
var exact = new double[info.OutputSize];

// After every step each layer is compared with the references: a recurrent layer by its state, the last layer by the output.
LayerShape[] layers = [.. info.Layers.Where(layer => layer.StateSize > 0).Append(info.Layers[^1])];
(int Different, double Error)[] found = new (int, double)[layers.Length];
foreach (float[] frame in frames)
{
    kernels[0].Model.Step(frame, output);
    kernels[2].Model.Step(frame, expected);
    oracle.Step(Array.ConvertAll(frame, value => (double)value), exact);
    float[] ours = [.. kernels[0].Model.State, .. output], single = [.. kernels[2].Model.State, .. expected];
    double[] twofold = [.. oracle.State, .. exact];
    for (int i = 0, at = 0; i < layers.Length; i++)
    {
        for (int end = at + layers[i].OutputSize; at < end; at++)
        {
            found[i].Different += BitConverter.SingleToInt32Bits(ours[at]) == BitConverter.SingleToInt32Bits(single[at]) ? 0 : 1;
            found[i].Error = Math.Max(found[i].Error, Math.Abs(ours[at] - twofold[at]));
        }
    }
}

// The kernels take short turns, so that whatever else the machine does hits all of them; the first half is for the JIT to get warm.
float[][] timed = frames[..StepsPerTurn];
for (int turn = 0; turn < Turns * kernels.Length; turn++)
{
    long start = Stopwatch.GetTimestamp();
    Array.ForEach(timed, frame => kernels[turn % kernels.Length].Model.Step(frame, output));
    kernels[turn % kernels.Length].Times.Add(Stopwatch.GetElapsedTime(start).TotalNanoseconds / StepsPerTurn);
}

double[][] warm = [.. kernels.Select(kernel => kernel.Times.Skip(Turns / 2).Order().ToArray())];
Table agreement = new Table().Title($"Agreement of {info.Name} over {Steps:N0} steps").AddColumns("layer", "values", "bits, against single", "error, against double");
layers.Zip(found).ToList().ForEach(row => agreement.AddRow(
    $"{row.First.Name}, {row.First.Kind}", $"{Steps * row.First.OutputSize:N0}", row.Second.Different == 0 ? "[green]all the same[/]" : $"[red]{row.Second.Different:N0} differ[/]", $"{row.Second.Error:0.0e+0} at most"));
Table speed = new Table().Title($"Time of a step, {info.MultiplyAdds:N0} multiply-adds").AddColumns("kernel", "fastest", "median", "fastest / generated's");
kernels.Zip(warm).ToList().ForEach(row => speed.AddRow(
    row.First.Name, $"{row.Second[0]:N0} ns", $"{row.Second[Turns / 4]:N0} ns", $"{row.Second[0] / warm[0][0]:0.0}"));
AnsiConsole.Write(agreement);
AnsiConsole.Write(speed);
