using System.CommandLine;
using GhostGen.Bench.Aot;
using GhostGen.Bench.Bdn;
using GhostGen.Bench.Quick;
using GhostGen.Bench.Silence;
using GhostGen.Bench.Sparse;
using GhostGen.Bench.Start;

namespace GhostGen.Bench;

/// <summary>What the program can be asked for.</summary>
internal static class Commands
{
    /// <summary>Does what the command line says.</summary>
    public static int Run(string[] arguments)
    {
        var root = new RootCommand("How fast compiled recurrent networks are on this machine.")
        {
            QuickCommand.Create(),
            StartCommand.Create(),
            SilenceCommand.Create(),
            SparseCommand.Create(),
            AotCommand.Create(),
            BenchmarkDotNetCommand.Create(),
        };
        return root.Parse(arguments).Invoke();
    }
}
