using System.CommandLine;
using GhostGen.Bench.Bdn;
using GhostGen.Bench.Quick;

var root = new RootCommand("How fast compiled recurrent networks are on this machine.") { QuickCommand.Create(), BenchmarkDotNetCommand.Create() };
return root.Parse(args).Invoke();
