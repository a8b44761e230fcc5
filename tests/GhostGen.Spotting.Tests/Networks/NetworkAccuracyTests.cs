using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GhostGen.Spotting.Tests.Data;
using Xunit;

namespace GhostGen.Spotting.Tests.Networks;

/// <summary>Other people's networks, compiled, recognise the words of the test set as well as elsewhere.</summary>
public sealed class NetworkAccuracyTests(ITestOutputHelper output)
{
    private const string Results = "python/keyword_spotting/results/others.json";

    /// <summary>In percent. What was measured elsewhere is the whole official test set, of which this is half: the difference has a standard deviation of 0.4 to 0.6.</summary>
    private const double Bound = 1.5;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    public static TheoryData<string> Networks => [.. SpottingNetwork.All.Select(static network => network.Name)];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Compiled_networks_are_as_accurate_as_elsewhere(string name)
    {
        SpottingNetwork network = SpottingNetwork.Of(name);
        Accuracy accuracy = Accuracy.Of(CompiledOutputs.Decisions(network));
        string row = Row(network, accuracy);
        output.WriteLine(row);
        if (network.Measured.All is { } all)
        {
            Assert.Equal(all, 100 * accuracy.OfAll, Bound);
        }

        if (network.Measured.WithoutSilence is { } withoutSilence)
        {
            Assert.Equal(withoutSilence, 100 * accuracy.WithoutSilence, Bound);
        }

        Assert.Contains(row + "\n", Checkout.Text("docs/keyword-spotting.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_of_results_says_what_is_measured()
    {
        string measured = JsonSerializer.Serialize(SpottingNetwork.All.Select(static network =>
        {
            Accuracy accuracy = Accuracy.Of(CompiledOutputs.Decisions(network));
            return new JsonObject
            {
                ["name"] = network.Name,
                ["source"] = network.Source,
                ["parameters"] = network.Manifest.Shape.Parameters,
                ["correct"] = accuracy.Correct,
                ["clips"] = accuracy.Clips,
                ["accuracy"] = Math.Round(accuracy.OfAll, 5),
                ["accuracy_without_silence"] = Math.Round(accuracy.WithoutSilence, 5),
            };
        }), Indented) + "\n";
        if (measured != Checkout.Text(Results))
        {
            string received = Path.ChangeExtension(Checkout.PathOf(Results), ".received.json");
            File.WriteAllText(received, measured);
            Assert.Fail($"{Results} does not say what is measured; {received} does. Read the difference, and if it is meant, rename the file.");
        }
    }

    private static string Row(SpottingNetwork network, Accuracy accuracy) => FormattableString.Invariant(
        $"| {network.Name} | {network.Manifest.Shape.Parameters:N0} | {accuracy.Correct:N0} of {accuracy.Clips:N0} | {100 * accuracy.OfAll:0.0} | {Percent(network.Measured.All)} | {100 * accuracy.WithoutSilence:0.0} | {Percent(network.Measured.WithoutSilence)} |");

    private static string Percent(double? value) => value?.ToString("0.0", CultureInfo.InvariantCulture) ?? "";
}
