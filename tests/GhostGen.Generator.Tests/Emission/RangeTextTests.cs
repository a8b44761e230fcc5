using GhostGen.Generator.Tests.Support;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Generator.Tests.Emission;

/// <summary>A given range of a layer's input stands in the generated code, where weights are bytes, and in what it says of itself.</summary>
public sealed class RangeTextTests
{
    private static readonly ModelManifest Manifest = Models.Random(Models.Shape("a", new GruShape("gru", 3, 5) { InputRange = 0.1f }, new DenseShape("head", 5, 2)));

    [Theory]
    [InlineData("Int8", "Int8Elements")]
    [InlineData("Int8Wide", "Int8WideElements")]
    public void Bytes_take_the_range_of_the_file(string precision, string elements)
    {
        string text = Step($"[GhostGen.GhostModel(\"a.ghost.json\", Precision = GhostGen.Precision.{precision})] partial class Amp {{ }}");
        Assert.Contains($"= {elements}.Within(ref input, 3, 0.100000001f, ref ", text, StringComparison.Ordinal);
        Assert.Contains($"= {elements}.Bounded(", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Measured", text, StringComparison.Ordinal);
        Assert.Contains("//     The input of gru is taken to lie between -0.1 and 0.1, which values beyond become.", text, StringComparison.Ordinal);
        Assert.Contains("InputRange = 0.100000001f }", Line(text, "GruShape("), StringComparison.Ordinal);
        Assert.DoesNotContain("InputRange", Line(text, "DenseShape("), StringComparison.Ordinal);
    }

    [Fact]
    public void Singles_do_not_look_at_it_but_say_it()
    {
        string text = Step("[GhostGen.GhostModel(\"a.ghost.json\")] partial class Amp { }");
        Assert.DoesNotContain("Within", text, StringComparison.Ordinal);
        Assert.DoesNotContain("is taken to lie", text, StringComparison.Ordinal);
        Assert.Contains("InputRange = 0.100000001f", Line(text, "GruShape("), StringComparison.Ordinal);
    }

    private static string Line(string text, string part) => Assert.Single(text.Split('\n'), line => line.Contains(part, StringComparison.Ordinal));

    private static string Step(string source) => Generation.Of(source, Models.File("/app/a.ghost.json", Manifest)).AssertClean().Texts["Amp.g.cs"];
}
