using System.IO.Compression;
using System.Xml.Linq;
using Xunit;

namespace GhostGen.Package.Tests;

/// <summary>What is in the package.</summary>
public sealed class PackageContentTests(LocalFeed feed)
{
    [Fact]
    public void The_package_holds_the_runtime_the_generator_and_the_task_with_their_libraries_and_the_targets()
    {
        using ZipArchive package = ZipFile.OpenRead(feed.PackagePath);

        // The package format's own entries are none of ours.
        string[] files = [.. package.Entries
            .Select(static entry => entry.FullName)
            .Where(static name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal)];
        Assert.Equal(
            [
                "GhostGen.nuspec",
                "README.md",
                "analyzers/dotnet/cs/GhostGen.Generator.dll",
                "analyzers/dotnet/cs/Microsoft.Bcl.AsyncInterfaces.dll",
                "analyzers/dotnet/cs/System.Buffers.dll",
                "analyzers/dotnet/cs/System.Memory.dll",
                "analyzers/dotnet/cs/System.Numerics.Vectors.dll",
                "analyzers/dotnet/cs/System.Runtime.CompilerServices.Unsafe.dll",
                "analyzers/dotnet/cs/System.Text.Encodings.Web.dll",
                "analyzers/dotnet/cs/System.Text.Json.dll",
                "analyzers/dotnet/cs/System.Threading.Tasks.Extensions.dll",
                "buildTransitive/GhostGen.Conversion.targets",
                "buildTransitive/GhostGen.props",
                "buildTransitive/GhostGen.targets",
                "lib/net10.0/GhostGen.dll",
                "lib/net10.0/GhostGen.xml",
                "tools/net10.0/GhostGen.Importing.dll",
                "tools/net10.0/GhostGen.Tasks.dll",
                "tools/net10.0/GhostGen.dll",
                "tools/net10.0/Google.Protobuf.dll",
            ],
            files);
    }

    [Fact]
    public void The_package_depends_on_nothing_and_states_its_licence_and_its_readme()
    {
        using ZipArchive package = ZipFile.OpenRead(feed.PackagePath);
        using Stream stream = package.GetEntry("GhostGen.nuspec")!.Open();
        XElement metadata = XDocument.Load(stream).Root!.Elements().Single();
        XNamespace ns = metadata.Name.Namespace;
        Assert.Equal(feed.Version, metadata.Element(ns + "version")!.Value);
        Assert.Equal("MIT", metadata.Element(ns + "license")!.Value);
        Assert.Equal("README.md", metadata.Element(ns + "readme")!.Value);
        Assert.Empty(metadata.Descendants(ns + "dependency"));
        Assert.Null(metadata.Element(ns + "developmentDependency"));
    }
}
