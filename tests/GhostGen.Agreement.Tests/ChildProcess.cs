using System.Diagnostics;

namespace GhostGen.Agreement.Tests;

/// <summary>
/// Runs tests of this assembly in processes of their own: instruction sets can only be switched off, and the compiler's log only be
/// switched on, before a process starts. As a fixture it compiles the table of models once for all of them.
/// </summary>
public sealed class ChildProcess : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ghostgen-agreement-").FullName;
    private readonly KeyValuePair<string, string> table;

    /// <summary>Compiles the table.</summary>
    public ChildProcess() => table = CompiledTable.Keep(Path.Combine(folder, "Table.dll"));

    /// <summary>A path in a folder that goes with the fixture.</summary>
    internal string TemporaryFile(string name) => Path.Combine(folder, name);

    /// <summary>Runs all tests of one class.</summary>
    /// <exception cref="InvalidOperationException">A test failed, or the process did not end in time.</exception>
    internal void Run(Type tests, IReadOnlyDictionary<string, string> environment)
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

        foreach ((string name, string value) in environment.Append(table))
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

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"The child process ended with {process.ExitCode}:\n{output.Result}\n{errors.Result}"));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);
}
