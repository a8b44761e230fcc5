using System.Text.Json;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Cli.Tests;

/// <summary><c>ghostgen bench</c>: what it measures is there and is about this model. How long anything takes is nobody's promise.</summary>
public sealed class BenchTests : IDisposable
{
    private readonly ModelFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Float32")]
    [InlineData("Int8")]
    public void Generated_generic_and_reference_are_timed_under_a_roof(string precision)
    {
        string plot = folder.PathOf("roof.svg");
        JsonElement json = ToolRun.Of("bench", folder.Usual(), "--rounds", "1", "--precision", precision, "--plot", plot, "--json").Json();
        JsonElement[] contenders = [.. json.GetProperty("contenders").EnumerateArray()];
        Assert.Equal(
            ["generated, Step", "generated, Run of 64", "generated, Batch of 16", "generic", "reference"],
            contenders.Select(static contender => contender.GetProperty("name").GetString()));
        Assert.All(contenders, static contender =>
        {
            Assert.InRange(contender.GetProperty("minimum").GetDouble(), 0.1, contender.GetProperty("median").GetDouble());
            Assert.InRange(contender.GetProperty("bytes").GetDouble(), 1, 1e6);
        });
        Assert.Equal(0, contenders[0].GetProperty("allocatedBytes").GetDouble());
        Assert.Equal(1, contenders[0].GetProperty("ofGenerated").GetDouble());
        Assert.Equal(contenders[0].GetProperty("minimum").GetDouble() / json.GetProperty("roofNanoseconds").GetDouble(), json.GetProperty("stepOfRoof").GetDouble(), 9);

        // Weights that are bytes are multiplied by other instructions than those whose peak is measured.
        Assert.Equal(precision == "Float32", json.GetProperty("arithmeticNanoseconds").ValueKind == JsonValueKind.Number);
        Assert.Equal(json.GetProperty("weightBytes").GetInt64(), contenders[0].GetProperty("bytes").GetInt64());
        Assert.Equal(4, json.GetProperty("limits").GetProperty("reads").GetArrayLength());
        string drawn = File.ReadAllText(plot);
        Assert.Contains("<svg", drawn, StringComparison.Ordinal);
        Assert.Contains("</svg>", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public void The_screen_fits_a_terminal_and_names_the_plot()
    {
        string plot = folder.PathOf("roof.png");
        string output = ToolRun.InTerminal(80, "bench", folder.Model(new GruShape("rnn", 3, 5)), "--rounds", "1", "--plot", plot).Good().Output;
        Assert.All(output.Split('\n'), static line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains("The roofline is drawn in", output, StringComparison.Ordinal);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], File.ReadAllBytes(plot)[..4]);
    }

    [Theory]
    [InlineData("roof.pdf", "a plot is written as *.svg or *.png.")]
    [InlineData("none/roof.svg", "there is no such folder as")]
    public void A_plot_that_cannot_be_written_is_refused_before_anything_is_measured(string plot, string message) =>
        Assert.Contains(message, ToolRun.Of("bench", folder.Usual(), "--plot", folder.PathOf(plot)).Refusal(), StringComparison.Ordinal);
}
