using System.Diagnostics;
using GhostGen.Bench.Steps;

namespace GhostGen.Bench.Aot;

/// <summary>Publishes and runs the program of bench/GhostGen.Bench.Steps, in a folder of its own that is gone afterwards.</summary>
internal sealed class StepsProgram : IDisposable
{
    private const string Project = "GhostGen.Bench.Steps";

    private readonly string project = Path.Combine(Repository(), "bench", Project);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ghostgen-aot-");

    /// <summary>Publishes a variant, unless one that shares its folder has been.</summary>
    /// <exception cref="InvalidOperationException">The build failed; the message ends with what it printed.</exception>
    public void Publish(StepsVariant variant)
    {
        string target = Path.Combine(folder.FullName, variant.Folder);
        if (!Directory.Exists(target))
        {
            // A folder for what NativeAOT compiles: it would take the last variant's for up to date.
            string objects = Path.Combine(folder.FullName, variant.Folder + "-objects") + Path.DirectorySeparatorChar;
            Start("dotnet", ["publish", project, "-c", "Release", "-o", target, $"-p:NativeIntermediateOutputPath={objects}", .. variant.Properties], []);
        }
    }

    /// <summary>Runs a variant once.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="filter">A part of the titles of the models to time, or <see langword="null"/> for all.</param>
    /// <exception cref="InvalidOperationException">The process failed, or was not compiled for what it should be.</exception>
    public IReadOnlyList<StepsTime> Run(StepsVariant variant, string? filter)
    {
        string program = Path.Combine(folder.FullName, variant.Folder, Project);
        string output = Start(program, filter is null ? [] : [filter], variant.Environment);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        StepsBuild build = StepsBuild.Parse(lines[0]);
        return build == variant.Expected
            ? [.. lines.Skip(1).Select(StepsTime.Parse)]
            : throw new InvalidOperationException($"'{variant.Name}' was to be {variant.Expected}, and is {build}.");
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);

    private static string Start(string program, IEnumerable<string> arguments, IReadOnlyList<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException(FormattableString.Invariant($"'{program} {string.Join(' ', arguments)}' ended with {process.ExitCode}:\n{output}"));
    }

    private static string Repository()
    {
        for (DirectoryInfo? directory = new(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "GhostGen.sln")))
            {
                return directory.FullName;
            }
        }

        throw new InvalidOperationException($"The sources are needed, to publish them: no folder above {AppContext.BaseDirectory} has a GhostGen.sln.");
    }
}
