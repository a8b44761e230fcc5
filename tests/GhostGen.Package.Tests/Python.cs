using System.ComponentModel;
using Xunit;

namespace GhostGen.Package.Tests;

/// <summary>The interpreter of Python that has PyTorch, where there is one.</summary>
internal static class Python
{
    private const string Variable = "PYTHON";

    /// <summary>Runs a program with the module of this repository, or skips the test where nothing can run it.</summary>
    internal static CommandResult Run(string folder, string program)
    {
        string? interpreter = Find(folder);
        Assert.SkipWhen(interpreter is null, $"No interpreter here has torch and numpy: neither python3 nor /usr/bin/python3, nor what the variable {Variable} names.");
        return CommandLine.Run(interpreter!, folder, ["-B", program], new Dictionary<string, string> { ["PYTHONPATH"] = Repository.PathOf("python") });
    }

    private static string? Find(string folder)
    {
        string[] known = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? [named] : ["python3", "/usr/bin/python3"];
        return known.FirstOrDefault(interpreter => Runs(interpreter, folder));
    }

    private static bool Runs(string interpreter, string folder)
    {
        try
        {
            return CommandLine.Run(interpreter, folder, ["-c", "import numpy, torch"], null).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            // There is no such program.
            return false;
        }
    }
}
