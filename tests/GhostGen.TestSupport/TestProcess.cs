using System.Diagnostics;

namespace GhostGen.TestSupport;

/// <summary>Runs tests in a process of their own: instruction sets can only be switched off before a process starts.</summary>
public static class TestProcess
{
    /// <summary>Runs all tests of one class.</summary>
    /// <param name="tests">A class of the test assembly that runs now.</param>
    /// <param name="environment">Variables that the process gets beside those of this one.</param>
    /// <returns>What the process wrote.</returns>
    /// <exception cref="InvalidOperationException">A test failed, none ran, or the process did not end in time.</exception>
    public static string Run(Type tests, IEnumerable<KeyValuePair<string, string>> environment)
    {
        ArgumentNullException.ThrowIfNull(tests);
        ArgumentNullException.ThrowIfNull(environment);
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add("exec");
            start.ArgumentList.Add(tests.Assembly.Location);
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
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(10)))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException("The child process did not end.");
        }

        // A runner that finds no test reports success.
        if (process.ExitCode != 0 || output.Result.Contains("Total: 0", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(FormattableString.Invariant($"The child process ended with {process.ExitCode}:\n{output.Result}\n{errors.Result}"));
        }

        return output.Result;
    }
}
