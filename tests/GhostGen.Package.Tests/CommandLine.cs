using System.Diagnostics;
using Xunit;

namespace GhostGen.Package.Tests;

/// <summary>What a command wrote and how it ended.</summary>
/// <param name="Command">The command line.</param>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Output">Standard output, then standard error.</param>
internal sealed record CommandResult(string Command, int ExitCode, string Output)
{
    /// <summary>The result, of a command that has to have succeeded.</summary>
    internal CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"'{Command}' ended with {ExitCode}:\n{Output}");
        return this;
    }

    /// <summary>How many lines of the output contain a text.</summary>
    internal int LinesWith(string text) => Output.Split('\n').Count(line => line.Contains(text, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Runs other programs.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>The folder of the .NET installation that runs these tests: <c>shared/Microsoft.NETCore.App/version</c> lies in it.</summary>
    private static readonly string DotnetRoot = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    /// <summary>Runs the SDK's command line, leaving no server processes behind.</summary>
    internal static CommandResult Dotnet(string folder, params IEnumerable<string> arguments) =>
        Run(Path.Combine(DotnetRoot, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"), folder, arguments, null);

    /// <summary>Runs a program to its end.</summary>
    internal static CommandResult Run(string file, string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? variables)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };

        // The tests may be running inside of a build, whose variables would lead another one astray.
        foreach (string name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_ROOT"] = DotnetRoot;
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        foreach ((string name, string value) in variables ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        string command = $"{file} {string.Join(' ', start.ArgumentList)}";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"'{command}' was still running after {Patience}.");
        }

        return new(command, process.ExitCode, output.GetAwaiter().GetResult() + error.GetAwaiter().GetResult());
    }
}
