using System.Diagnostics;

namespace GhostGen.Agreement.Tests;

/// <summary>Runs tests of this assembly in a process of their own: instruction sets can only be switched off before a process starts.</summary>
internal static class ChildProcess
{
    /// <summary>Runs all tests of one class and returns what the runner printed.</summary>
    /// <exception cref="InvalidOperationException">A test failed, none ran, or the process did not end in time.</exception>
    internal static string Run(Type tests, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add("exec");
            start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        }

        foreach (string argument in (string[])["-class", tests.FullName!, "-noColor"])
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(TimeSpan.FromMinutes(10)))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException("The child process did not end.");
        }

        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException(FormattableString.Invariant($"The child process ended with {process.ExitCode}:\n{output}\n{errors.Result}"));
    }
}
