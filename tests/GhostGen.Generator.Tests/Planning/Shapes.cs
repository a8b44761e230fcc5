extern alias runtime;

using System.Text;
using GhostGen.Generator.Tests.Support;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Generator.Tests.Planning;

/// <summary>The table of shapes that every proof runs over, as the generator's own types.</summary>
public static class Shapes
{
    /// <summary>Their names. Not those whose weights would take a minute to write down.</summary>
    public static TheoryData<string> Table => [.. ModelTable.Shapes.Where(static shape => shape.Parameters < 200_000).Select(static shape => shape.Name)];

    /// <summary>The shape of the given name, by way of a model file.</summary>
    public static ModelShape Of(string name)
    {
        using var stream = new MemoryStream();
        runtime::GhostGen.ModelFile.Save(RandomModels.Manifest(ModelTable.Shape(name)), stream);
        return ManifestReader.Read(stream.ToArray(), name).Shape;
    }
}
