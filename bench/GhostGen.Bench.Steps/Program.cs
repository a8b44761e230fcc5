using GhostGen;
using GhostGen.Bench.Models;
using GhostGen.Bench.Steps;
using GhostGen.Measuring.Timing;
using GhostGen.TestSupport;

// Times a step of each model whose title contains the first argument, of all without one, and prints a line for each: what the command
// 'aot' of the bench runs, once built ahead of time and once by the JIT.
const int Rounds = 8;

IReadOnlyList<BenchModel> models = BenchModels.Matching(args.Length > 0 ? args[0] : null);
IStreamingModel[] instances = [.. models.Select(static model => model.Create(model.Load(model.Manifest())))];
ulong[] digests = Array.ConvertAll(instances, OutputDigest.Of);
StepWork[] works = [.. instances.Zip(models, static (instance, model) => new StepWork(model.Title, instance, RandomModels.Inputs(instance.Info.InputSize)))];
WarmUp.Run(works);

Console.WriteLine(StepsBuild.OfThisProcess().ToLine());
for (int i = 0; i < works.Length; i++)
{
    var race = new RoundRobin([works[i]]);
    race.Measure(Rounds);
    Console.WriteLine(new StepsTime(race.Results()[0], digests[i]).ToLine());
}
