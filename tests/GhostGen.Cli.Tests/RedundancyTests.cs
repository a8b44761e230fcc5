using System.Globalization;
using System.Text.Json;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Reference;
using GhostGen.TestSupport;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace GhostGen.Cli.Tests;

/// <summary><c>ghostgen redundancy</c>.</summary>
public sealed class RedundancyTests : IDisposable
{
    private const int Steps = 120;

    private readonly ModelFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Singular_values_and_similarities_are_those_of_the_states()
    {
        string path = folder.Model(new GruShape("first", 3, 8), new DenseShape("between", 8, 4), new GhostGruShape("second", 4, 10));
        float[] inputs = RandomModels.Inputs(Steps * 3);
        JsonElement json = Redundancy(path, Csv(inputs, 3));
        Assert.Equal(Steps, json.GetProperty("steps").GetInt32());
        JsonElement[] layers = [.. json.GetProperty("layers").EnumerateArray()];
        Assert.Equal(["first", "second"], layers.Select(static layer => layer.GetProperty("layer").GetString()));
        Matrix<double> states = States(path, inputs, 3, 8);
        double[] expected = [.. states.Svd(computeVectors: false).S];
        double[] actual = [.. layers[0].GetProperty("singularValues").EnumerateArray().Select(static value => value.GetDouble())];
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-6 * expected[0]));

        double[] energies = [.. expected.Select(static value => value * value)];
        int held = 1 + Enumerable.Range(0, 8).First(i => energies.Take(i + 1).Sum() >= 0.99 * energies.Sum());
        Assert.Equal(held, layers[0].GetProperty("valuesForEnergy").GetInt32());
        Assert.Equal(Math.Clamp(Math.Floor(16.0 / held) / 2, 1, 4), layers[0].GetProperty("suggestedRatio").GetDouble());

        double[] cosines = [.. from i in Enumerable.Range(0, 8) from j in Enumerable.Range(0, i) select states.Column(i) * states.Column(j) / (states.Column(i).L2Norm() * states.Column(j).L2Norm())];
        Assert.Equal(cosines.Count(static cosine => Math.Abs(cosine) > 0.95) / 28.0, layers[0].GetProperty("similarPairs").GetDouble(), 12);
        int[] histogram = [.. layers[0].GetProperty("similarities").EnumerateArray().Select(static count => count.GetInt32())];
        Assert.Equal(28, histogram.Sum());
        Assert.Equal(cosines.Count(static cosine => cosine < 0), histogram[..20].Sum());
    }

    [Fact]
    public void Units_that_do_the_same_are_one()
    {
        var layer = new GruShape("rnn", 2, 6);
        var tensors = new Dictionary<string, float[]>
        {
            // Every row of a gate is the same, but for the last unit, whose candidate is always 0.
            ["rnn.weight_ih"] = [.. Enumerable.Range(0, 18).SelectMany(static row => row == 17 ? new float[2] : [0.5f, -0.75f])],
            ["rnn.weight_hh"] = new float[18 * 6],
            ["rnn.bias_ih"] = new float[18],
            ["rnn.bias_hh"] = new float[18],
        };
        string path = folder.Save(new(new("same", new(new LayerShape[] { layer })), tensors));
        string data = Csv(RandomModels.Inputs(Steps * 2), 2);
        JsonElement same = Redundancy(path, data).GetProperty("layers")[0];
        Assert.Equal(1, same.GetProperty("valuesForEnergy").GetInt32());
        Assert.Equal(1, same.GetProperty("similarPairs").GetDouble());
        Assert.Equal(1, same.GetProperty("medianNearest").GetDouble(), 9);
        Assert.Equal(4, same.GetProperty("suggestedRatio").GetDouble());
        Assert.Equal(1, same.GetProperty("silentUnits").GetInt32());
        Assert.Contains("1 of the 6 units of rnn are silent throughout.", ToolRun.Of("redundancy", path, "--input", data, "--no-plot").Good().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Few_steps_are_pointed_out()
    {
        string path = folder.Usual();
        Assert.Contains("note: rnn has 12 units and the data 59 steps", ToolRun.Of("redundancy", path, "--input", Csv(RandomModels.Inputs(59 * 5), 5), "--no-plot").Good().Output, StringComparison.Ordinal);
        Assert.DoesNotContain("note: ", ToolRun.Of("redundancy", path, "--input", Csv(RandomModels.Inputs(60 * 5), 5), "--no-plot").Good().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Sequences_of_an_array_file_start_anew()
    {
        string path = folder.Usual();
        float[] inputs = RandomModels.Inputs(Steps * 5);
        string together = Vectors.Save(folder, [new("input", [Steps, 5], inputs)], "one.safetensors");
        string apart = Vectors.Save(folder, [new("input", [2, Steps / 2, 5], inputs)], "two.safetensors");
        JsonElement two = Redundancy(path, apart);
        Assert.Equal((2, Steps), (two.GetProperty("sequences").GetInt32(), two.GetProperty("steps").GetInt32()));
        Assert.NotEqual(First(Redundancy(path, together)), First(two));

        static double First(JsonElement json) => json.GetProperty("layers")[0].GetProperty("singularValues")[0].GetDouble();
    }

    [Fact]
    public void The_screen_fits_a_terminal_and_the_plot_is_drawn()
    {
        string plot = folder.PathOf("spectrum.svg");
        string output = ToolRun.InTerminal(80, "redundancy", folder.Usual(), "--input", Csv(RandomModels.Inputs(Steps * 5), 5), "--plot", plot).Good().Output;
        Assert.All(output.Split('\n'), static line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains("arXiv 2411.14489", output, StringComparison.Ordinal);
        Assert.Contains("</svg>", File.ReadAllText(plot), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,2,3\n", "'input' has the shape [1, 3]; [steps, 5] or")]
    [InlineData("1,2,3,4,5\n1,2,3\n", "line 2 has 3 values where the lines before it have 5.")]
    [InlineData("1,2,3,4,5\n1,2,x,4,5\n", "line 2 has 'x', which is no finite number.")]
    [InlineData("1,2,NaN,4,5\n", "line 1 has 'NaN', which is no finite number.")]
    [InlineData("", "'input' is empty.")]
    public void Data_that_does_not_fit_is_refused(string text, string message) =>
        Assert.Contains(message, ToolRun.Of("redundancy", folder.Usual(), "--input", folder.Text("data.csv", text), "--no-plot").Refusal(), StringComparison.Ordinal);

    [Fact]
    public void A_model_without_states_is_refused() =>
        Assert.Contains("no recurrent layer", ToolRun.Of("redundancy", folder.Model(new DenseShape("head", 3, 2)), "--input", folder.Text("data.csv", "1,2,3\n")).Refusal(), StringComparison.Ordinal);

    [Fact]
    public void Data_has_to_be_named() =>
        Assert.Contains("'--input'", ToolRun.Of("redundancy", folder.Usual()).Refusal(), StringComparison.Ordinal);

    private static JsonElement Redundancy(string path, string data) => ToolRun.Of("redundancy", path, "--input", data, "--no-plot", "--json").Json();

    private static Matrix<double> States(string path, float[] inputs, int size, int hidden)
    {
        ModelManifest manifest = ModelFile.Load(path);
        var model = new ReferenceModel(manifest);
        var output = new float[manifest.Shape.OutputSize];
        var states = Matrix<double>.Build.Dense(inputs.Length / size, hidden);
        for (int i = 0; i < states.RowCount; i++)
        {
            model.Step(inputs.AsSpan(i * size, size), output);
            states.SetRow(i, Array.ConvertAll(model.State[..hidden].ToArray(), static value => (double)value));
        }

        return states;
    }

    private string Csv(float[] values, int columns) => folder.Text(
        "data.csv",
        "a heading\n" + string.Concat(values.Chunk(columns).Select(static row => string.Join(',', row.Select(static value => value.ToString("R", CultureInfo.InvariantCulture))) + "\n")));
}
