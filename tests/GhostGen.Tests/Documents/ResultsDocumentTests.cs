using System.Globalization;
using System.Text.Json;
using Xunit;

namespace GhostGen.Tests.Documents;

/// <summary>The README's figures are those of a run of the bench that is committed beside it.</summary>
public class ResultsDocumentTests
{
    private const string Results = "bench/results/amd-zen5-turin/quick.json";

    private static readonly (int Input, int Hidden)[] Sizes = [(1, 8), (1, 40), (24, 48), (40, 64), (40, 128), (10, 154), (128, 128), (400, 400)];

    [Fact]
    public void The_table_of_the_readme_is_that_of_the_committed_run()
    {
        using JsonDocument run = JsonDocument.Parse(Checkout.Read(Results));
        IEnumerable<string> rows = Sizes.Select(size => Row(run.RootElement, size.Input, size.Hidden));
        Assert.Contains(string.Join('\n', rows) + "\n", Checkout.Read("README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_committed_run_names_its_machine_and_allocated_nothing()
    {
        using JsonDocument run = JsonDocument.Parse(Checkout.Read(Results));
        Assert.Equal("ghostgen-quick-bench/1", run.RootElement.GetProperty("format").GetString());
        Assert.Equal(34, run.RootElement.GetProperty("shapes").GetArrayLength());
        foreach (JsonElement shape in run.RootElement.GetProperty("shapes").EnumerateArray())
        {
            Assert.Equal(0, Timing(shape, "generated Step").GetProperty("allocatedBytes").GetDouble());
        }

        string readme = Checkout.Read("README.md");
        Assert.Contains(run.RootElement.GetProperty("machine").GetProperty("runtime").GetString()!, readme, StringComparison.Ordinal);
        Assert.Contains(run.RootElement.GetProperty("date").GetString()!, readme, StringComparison.Ordinal);
    }

    [Fact]
    public void The_share_of_the_peak_that_batches_reach_is_that_of_the_committed_run()
    {
        using JsonDocument run = JsonDocument.Parse(Checkout.Read(Results));
        double[] shares =
        [
            .. run.RootElement.GetProperty("shapes").EnumerateArray()
                .Where(static shape => shape.GetProperty("hidden").GetInt32() >= 128)
                .Select(static shape => shape.GetProperty("multiplyAdds").GetInt64() / 48.0 * Minimum(shape, "48 multiply-adds at peak") / Minimum(shape, "generated Batch of 16")),
        ];
        string expected = string.Create(CultureInfo.InvariantCulture, $"does {100 * shares.Min():0} to {100 * shares.Max():0} % of the multiply-adds");
        Assert.Contains(expected, Checkout.Read("docs/architecture.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Precision.BFloat16)]
    [InlineData(Precision.Int8)]
    [InlineData(Precision.Int8Wide)]
    [InlineData(Precision.Integer)]
    public void What_fewer_bytes_gain_is_that_of_the_committed_run(Precision precision)
    {
        using JsonDocument run = JsonDocument.Parse(Checkout.Read(Results));
        string Gains(string kind, int fewest, int most)
        {
            double[] gains =
            [
                .. run.RootElement.GetProperty("shapes").EnumerateArray()
                    .Where(shape => shape.GetProperty("kind").GetString() == kind && shape.GetProperty("hidden").GetInt32() is int hidden && hidden >= fewest && hidden <= most)
                    .Select(shape => Minimum(shape, "generated Step") / Minimum(shape, $"generated {precision} Step")),
            ];
            return string.Create(CultureInfo.InvariantCulture, $"{gains.Min():0.0} to {gains.Max():0.0}");
        }

        string row = $"| `{precision}` | {Gains("gru", 96, 400)} | {Gains("ghost_gru", 96, 400)} | {Gains("gru", 48, 64)} | {Gains("ghost_gru", 48, 64)} | {Gains("gru", 8, 40)} | {Gains("ghost_gru", 8, 40)} |";
        Assert.Contains(row + "\n", Checkout.Read("docs/architecture.md"), StringComparison.Ordinal);
    }

    private static string Row(JsonElement run, int input, int hidden)
    {
        JsonElement gru = Shape(run, "gru", input, hidden);
        JsonElement ghost = Shape(run, "ghost_gru", input, hidden);
        double step = Minimum(gru, "generated Step");
        double ghostStep = Minimum(ghost, "generated Step");
        string Multiple(string contender) => (Minimum(gru, contender) / step).ToString("0.0", CultureInfo.InvariantCulture);
        string ofRead = (step / Minimum(gru, "plain read")).ToString("0.00", CultureInfo.InvariantCulture);
        string faster = (step / ghostStep).ToString("0.0", CultureInfo.InvariantCulture);
        string Precise(string precision) => (step / Minimum(gru, $"generated {precision} Step")).ToString("0.0", CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {input} → {hidden} | {Nanoseconds(step)} | {ofRead} | {Multiple("generic")} | {Multiple("TensorPrimitives")} | {Multiple("ONNX Runtime")} | {Nanoseconds(ghostStep)} | {faster} | {Precise("BFloat16")} | {Precise("Int8")} |");
    }

    private static string Nanoseconds(double value) => value.ToString(value < 100 ? "0.0" : "N0", CultureInfo.InvariantCulture);

    private static JsonElement Shape(JsonElement run, string kind, int input, int hidden) => run.GetProperty("shapes").EnumerateArray().Single(shape =>
        shape.GetProperty("kind").GetString() == kind && shape.GetProperty("input").GetInt32() == input && shape.GetProperty("hidden").GetInt32() == hidden);

    private static JsonElement Timing(JsonElement shape, string contender) =>
        shape.GetProperty("timings").EnumerateArray().Single(timing => timing.GetProperty("contender").GetString() == contender);

    private static double Minimum(JsonElement shape, string contender) => Timing(shape, contender).GetProperty("minimum").GetDouble();
}
