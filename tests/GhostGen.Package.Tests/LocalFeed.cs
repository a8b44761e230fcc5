using System.Globalization;
using System.Reflection;
using GhostGen.Package.Tests;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(LocalFeed))]

// Every test runs builds that take all cores anyway.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace GhostGen.Package.Tests;

/// <summary>
/// A folder far from the checkout with a package source that holds GhostGen as it is now. Each run has a version of its own, so no
/// package that an earlier run left in a cache can be taken for this one.
/// </summary>
public sealed class LocalFeed : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ghostgen-package-tests-").FullName;

    /// <summary>Packs the package that was built along with these tests.</summary>
    public LocalFeed()
    {
        string configuration = typeof(LocalFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "Configuration").Value!;
        CommandLine.Dotnet(
            folder, "pack", Repository.PathOf("generator", "GhostGen.Package"), "--no-build", "-c", configuration, "-o", Path.Combine(folder, "feed"),
            $"-p:PackageVersion={Version}", $"-p:NuspecOutputPath={Path.Combine(folder, "nuspec")}/").Succeeded();
        File.WriteAllText(Path.Combine(folder, "nuget.config"), """
            <configuration>
              <packageSources>
                <add key="ghostgen-under-test" value="feed" />
              </packageSources>
            </configuration>
            """);
        App = new(CreateApp);
    }

    /// <summary>The version of the package.</summary>
    internal string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}.{Environment.ProcessId}");

    /// <summary>The package.</summary>
    internal string PackagePath => Path.Combine(folder, "feed", $"GhostGen.{Version}.nupkg");

    /// <summary>The program of samples/EdgeAot, with a package reference where the sample has project references; built.</summary>
    internal Lazy<Consumer> App { get; }

    /// <summary>A new project with one package reference.</summary>
    internal Consumer Create(string name) => new(Path.Combine(folder, name), name, Version);

    /// <inheritdoc/>
    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        string cache = CommandLine.Dotnet(Repository.Folder, "nuget", "locals", "global-packages", "--list").Succeeded().Output;
        string unpacked = Path.Combine(cache[(cache.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim(), "ghostgen", Version);
        if (Directory.Exists(unpacked))
        {
            Directory.Delete(unpacked, recursive: true);
        }
    }

    private Consumer CreateApp()
    {
        Consumer app = Create("EdgeApp");
        app.Add(SampleModelTests.FilePath);
        foreach (string source in Directory.EnumerateFiles(Repository.PathOf("samples", "EdgeAot"), "*.cs"))
        {
            app.Add(source);
        }

        app.Build().Succeeded();
        return app;
    }
}
