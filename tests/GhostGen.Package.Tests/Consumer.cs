using System.Text.Json;
using GhostGen.Manifests;

namespace GhostGen.Package.Tests;

/// <summary>A project that knows GhostGen from its package only.</summary>
internal sealed class Consumer
{
    private readonly string name;

    internal Consumer(string folder, string name, string version)
    {
        Folder = folder;
        this.name = name;
        Directory.CreateDirectory(folder);
        Write($"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <InvariantGlobalization>true</InvariantGlobalization>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="GhostGen" Version="[{version}]" />
              </ItemGroup>
            </Project>
            """);
    }

    internal string Folder { get; }

    /// <summary>The assembly as the compiler left it; the time it was written tells whether the compiler has run.</summary>
    internal string CompiledAssembly => Path.Combine(Folder, "obj", "Release", "net10.0", $"{name}.dll");

    /// <summary>Where a file of the project lies, in a folder that is there.</summary>
    internal string PathOf(string file)
    {
        string path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>Copies a file into the project.</summary>
    internal void Add(string path) => File.Copy(path, Path.Combine(Folder, Path.GetFileName(path)));

    /// <summary>Writes a file of the project.</summary>
    internal void Write(string file, string text) => File.WriteAllText(PathOf(file), text);

    /// <summary>Writes a model into the project, as a model file whatever its name is.</summary>
    internal void Write(string file, ModelManifest manifest) => ModelFile.Save(manifest, PathOf(file));

    /// <summary>Adds items to the project.</summary>
    internal void Items(string items) => Write("Directory.Build.targets", $"<Project><ItemGroup>{items}</ItemGroup></Project>");

    /// <summary>The texts that models of other formats have been converted to, relative to their folder, in ordinal order.</summary>
    internal string[] ConvertedFiles()
    {
        string folder = Path.Combine(Folder, "obj", "Release", "net10.0", "ghostgen");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
                .Where(static path => !path.EndsWith(".stamp", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>The lines that the program prints that was built.</summary>
    internal string[] RunLines() =>
        CommandLine.Run(Path.Combine(Folder, "bin", "Release", "net10.0", name + Platform.ExecutableExtension), Folder, [], null).Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    internal CommandResult Build(params string[] arguments) => CommandLine.Dotnet(Folder, ["build", "-c", "Release", .. arguments]);

    /// <summary>Publishes for the machine that runs the tests, into a folder of the given name.</summary>
    internal CommandResult Publish(string folder, params string[] arguments) =>
        CommandLine.Dotnet(Folder, ["publish", "-c", "Release", "-r", Platform.Runtime, "-o", Path.Combine(Folder, "published", folder), .. arguments]);

    /// <summary>Runs targets without building.</summary>
    internal CommandResult Targets(params string[] arguments) => CommandLine.Dotnet(Folder, ["msbuild", .. arguments]);

    /// <summary>The names of the files that the compiler is given besides sources, and the item group that each says it comes from.</summary>
    internal (string Name, string Group)[] AdditionalFiles(params string[] arguments)
    {
        string json = Targets(["-t:AddGhostModelsToAdditionalFiles", "-getItem:AdditionalFiles", .. arguments]).Succeeded().Output;
        using JsonDocument document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("Items").GetProperty("AdditionalFiles").EnumerateArray().Select(item => (
            Path.GetRelativePath(Folder, item.GetProperty("FullPath").GetString()!).Replace('\\', '/'),
            item.TryGetProperty("SourceItemGroup", out JsonElement group) ? group.GetString()! : ""))];
    }

    /// <summary>Runs what was built.</summary>
    internal AppReport Run(IReadOnlyDictionary<string, string>? variables = null) => Run(Path.Combine("bin", "Release", "net10.0"), variables);

    /// <summary>Runs what was published into a folder.</summary>
    internal AppReport RunPublished(string folder) => Run(Path.Combine("published", folder), null);

    private AppReport Run(string folder, IReadOnlyDictionary<string, string>? variables) =>
        AppReport.Parse(CommandLine.Run(Path.Combine(Folder, folder, name + Platform.ExecutableExtension), Folder, [], variables).Succeeded().Output);
}
