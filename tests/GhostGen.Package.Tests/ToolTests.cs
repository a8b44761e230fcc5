using System.Reflection;
using Xunit;

namespace GhostGen.Package.Tests;

/// <summary>The tool's package: it installs from a folder, and runs there without the repository.</summary>
public sealed class ToolTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ghostgen-tool-tests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void It_installs_and_compiles_a_model_and_draws()
    {
        string configuration = typeof(LocalFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "Configuration").Value!;
        string feed = Path.Combine(folder, "feed");
        CommandLine.Dotnet(
            folder, "pack", Repository.PathOf("src", "GhostGen.Cli"), "--no-build", "-c", configuration, "-o", feed,
            $"-p:NuspecOutputPath={Path.Combine(folder, "nuspec")}/").Succeeded();
        File.WriteAllText(Path.Combine(folder, "nuget.config"), """
            <configuration>
              <packageSources>
                <clear />
                <add key="ghostgen-tool-under-test" value="feed" />
              </packageSources>
            </configuration>
            """);
        string tools = Path.Combine(folder, "tools");
        CommandLine.Dotnet(folder, "tool", "install", "GhostGen.Cli", "--tool-path", tools).Succeeded();

        string model = Path.Combine(folder, "kws.ghost.json");
        File.Copy(SampleModelTests.FilePath, model);
        Assert.Contains("ghost_gru", Run("inspect", model).Output, StringComparison.Ordinal);
        Assert.EndsWith("passed", Run("verify", model, "--steps", "20").Output.TrimEnd(), StringComparison.Ordinal);
        string input = Path.Combine(folder, "features.csv");
        File.WriteAllText(input, "1,2,3,4,5,6,7,8,9,10\n10,9,8,7,6,5,4,3,2,1\n");
        string plot = Path.Combine(folder, "spectrum.svg");
        Run("redundancy", model, "--input", input, "--plot", plot);
        Assert.True(File.Exists(plot));

        CommandResult Run(params string[] arguments) => CommandLine.Run(Path.Combine(tools, "ghostgen" + Platform.ExecutableExtension), folder, arguments, null).Succeeded();
    }
}
