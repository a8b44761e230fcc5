using System.Globalization;
using System.Text.RegularExpressions;
using GhostGen.Modeling;
using GhostGen.Packing;
using Xunit;

namespace GhostGen.Tests.Documents;

/// <summary>What docs/architecture.md says of layouts, constants and tests is so.</summary>
public sealed partial class ArchitectureDocumentTests
{
    private static readonly string Document = Checkout.Read("docs/architecture.md");

    [Fact]
    public void The_small_example_is_laid_out_as_it_says()
    {
        var layer = new GruShape("example", 3, 10);
        StageLayout stage = Assert.Single(LayerStages.Of(layer, VectorWidth.Vector256));
        PanelLayout panel = Assert.Single(stage.Panels);
        Assert.Equal([8, 4], panel.Bands.Select(static band => band.Lanes));
        Assert.Equal(48, panel.RowStride(4));
        Assert.Equal(40, panel.RowStride(3));
        Assert.Contains($"14 rows and {stage.FloatCount} floats for {layer.Parameters} parameters", Document, StringComparison.Ordinal);
    }

    [Fact]
    public void The_larger_example_is_laid_out_as_it_says()
    {
        var layer = new GruShape("example", 40, 128);
        StageLayout stage = Assert.Single(LayerStages.Of(layer, VectorWidth.Vector512));
        Assert.Equal([48, 48, 32], stage.Panels.Select(static panel => panel.Lanes));
        Assert.Contains("panels of 48, 48 and 32 lanes", Document, StringComparison.Ordinal);
        Assert.Contains(Invariant($"{stage.FloatCount:N0} floats without any padding ({layer.Parameters:N0} parameters"), Document, StringComparison.Ordinal);
    }

    [Fact]
    public void Constants_are_the_codes()
    {
        Assert.Contains(
            Invariant($"| `VectorWidth.GateVectors` | {VectorWidth.Vector512.GateVectors} at 512, 256 and 128 bits |"),
            Document,
            StringComparison.Ordinal);
        Assert.Equal(VectorWidth.Vector512.GateVectors, VectorWidth.Vector256.GateVectors);
        Assert.Equal(VectorWidth.Vector512.GateVectors, VectorWidth.Vector128.GateVectors);
        Assert.Contains(Invariant($"| `PanelPolicy.CacheLine` | {PanelPolicy.CacheLine} floats |"), Document, StringComparison.Ordinal);
        Assert.Equal(1 << 20, ShapeLimits.LargestSize);
        Assert.Equal(1 << 26, ShapeLimits.MostParameters);
        Assert.Contains(Invariant($"2^20 per size, 2^26 weights, {ShapeLimits.MostLayers} layers"), Document, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_test_that_holds_a_promise_exists()
    {
        HashSet<string> there = [.. Directory.EnumerateFiles(Path.Combine(Checkout.Folder, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(static path => Path.GetFileNameWithoutExtension(path))];
        string[] named = [.. TestClass().Matches(Document).Select(static match => match.Groups[1].Value).Distinct()];
        Assert.InRange(named.Length, 20, int.MaxValue);
        Assert.Equal([], named.Except(there));
    }

    [Fact]
    public void The_part_of_a_generated_file_is_what_is_generated()
    {
        const string Opening = "```csharp\n";
        int start = Document.IndexOf(Opening, StringComparison.Ordinal) + Opening.Length;
        string[] shown = Lines(Document[start..Document.IndexOf("```", start, StringComparison.Ordinal)]);
        Assert.InRange(shown.Length, 5, int.MaxValue);
        string generated = string.Join('\n', Lines(Checkout.Read("tests/GhostGen.Generator.Tests/Golden/GoldenTests.Guitar_amp_from_a_file#Audio.Amp.g.verified.cs")));
        Assert.Contains(string.Join('\n', shown), generated, StringComparison.Ordinal);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("`([A-Z][A-Za-z0-9]+Tests)`")]
    private static partial Regex TestClass();
}
