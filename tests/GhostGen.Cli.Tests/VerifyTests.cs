using System.Runtime.CompilerServices;
using System.Text.Json;
using GhostGen.Importing.Arrays;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Cli.Tests;

/// <summary><c>ghostgen verify</c>.</summary>
public sealed class VerifyTests : IDisposable
{
    private readonly ModelFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_layer_is_held_against_both_references()
    {
        string path = folder.Model(
            new DenseShape("front", 5, 7) { Activation = Activation.Relu },
            new GruShape("first", 7, 9),
            new DenseShape("between", 9, 6) { Activation = Activation.Tanh },
            new GhostGruShape("second", 6, 10),
            new DenseShape("head", 10, 3));
        JsonElement json = ToolRun.Of("verify", path, "--steps", "30", "--json").Json();
        Assert.True(json.GetProperty("passed").GetBoolean());
        JsonElement[] layers = [.. json.GetProperty("layers").EnumerateArray()];
        Assert.Equal(["front", "first", "between", "second", "head"], layers.Select(static layer => layer.GetProperty("layer").GetString()));
        Assert.Equal([30 * 7, 30 * 9, 30 * 6, 30 * 10, 30 * 3], layers.Select(static layer => layer.GetProperty("againstSingle").GetProperty("values").GetInt32()));
        Assert.All(layers, static layer => Assert.Equal(0, layer.GetProperty("againstSingle").GetProperty("maximumUlp").GetDouble()));

        // Single precision is not double, and what is compared is not zeros.
        Assert.All(layers, static layer => Assert.InRange(layer.GetProperty("againstDouble").GetProperty("maximumAbsolute").GetDouble(), 1e-9, 1e-5));
        Assert.All(layers, static layer => Assert.InRange(layer.GetProperty("againstDouble").GetProperty("maximumUlp").GetDouble(), 0.4, 1e9));
    }

    [Theory]
    [InlineData("Int8", 1e-5, 0.1)]
    [InlineData("Integer", 1e-5, 0.1)]
    [InlineData("BFloat16", 1e-5, 0.05)]
    public void Other_precisions_have_the_bits_of_their_reference_and_their_error_against_double(string precision, double least, double most)
    {
        JsonElement json = ToolRun.Of("verify", folder.Usual(), "--steps", "30", "--precision", precision, "--json").Json();
        Assert.Equal(precision, json.GetProperty("precision").GetString());
        Assert.All(json.GetProperty("layers").EnumerateArray(), layer =>
        {
            Assert.Equal(0, layer.GetProperty("againstSingle").GetProperty("different").GetInt64());
            Assert.InRange(layer.GetProperty("againstDouble").GetProperty("maximumAbsolute").GetDouble(), least, most);
        });
    }

    [Fact]
    public void Fast_activations_are_less_exact()
    {
        JsonElement json = ToolRun.Of("verify", folder.Usual(), "--steps", "30", "--accuracy", "fast", "--json").Json();
        Assert.Equal("Fast", json.GetProperty("accuracy").GetString());
        Assert.InRange(json.GetProperty("layers")[0].GetProperty("againstDouble").GetProperty("maximumAbsolute").GetDouble(), 1e-6, 1e-3);
    }

    [Fact]
    public void The_same_seed_gives_the_same_result()
    {
        string path = folder.Usual();
        string[] arguments = ["verify", path, "--steps", "20", "--seed", "7", "--json"];
        Assert.Equal(ToolRun.Of(arguments).Good().Output, ToolRun.Of(arguments).Good().Output);
        Assert.NotEqual(ToolRun.Of(arguments).Good().Output, ToolRun.Of("verify", path, "--steps", "20", "--seed", "8", "--json").Good().Output.Replace("\"seed\": 8", "\"seed\": 7", StringComparison.Ordinal));
    }

    [Fact]
    public void Given_outputs_are_met()
    {
        string path = folder.Usual();
        string vectors = Vectors.Save(folder, Vectors.Of(ModelFile.Load(path), 3, 8, withState: true));
        JsonElement json = ToolRun.Of("verify", path, "--against", vectors, "--tolerance", "0", "--json").Json();
        Assert.Equal((3, 24), (json.GetProperty("sequences").GetInt32(), json.GetProperty("steps").GetInt32()));
        Assert.Equal(JsonValueKind.Null, json.GetProperty("seed").ValueKind);
        Assert.Equal(3 * 8 * 3, json.GetProperty("vectors").GetProperty("difference").GetProperty("values").GetInt32());
        Assert.Equal(0, json.GetProperty("vectors").GetProperty("difference").GetProperty("different").GetInt32());
    }

    [Fact]
    public void Outputs_that_are_not_met_end_with_1_and_the_first_of_them()
    {
        string path = folder.Usual();
        IReadOnlyList<NamedArray> arrays = Vectors.Of(ModelFile.Load(path), 2, 8);
        arrays[1].Values[(8 * 3) + (2 * 3) + 1] += 0.25f;
        ToolRun run = ToolRun.Of("verify", path, "--against", Vectors.Save(folder, arrays));
        Assert.Equal((ExitCodes.Differs, ""), (run.ExitCode, run.Error));
        Assert.Contains("1 of 48 outputs are farther than 0.0001 from ", run.Output, StringComparison.Ordinal);
        Assert.Contains("the first is output 1 in step 2 of sequence 1: ", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("failed\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Good, ToolRun.Of("verify", path, "--against", Vectors.Save(folder, arrays), "--tolerance", "0.25").ExitCode);
    }

    [Fact]
    public void Outputs_that_are_no_numbers_are_not_met()
    {
        string path = folder.Usual();
        IReadOnlyList<NamedArray> arrays = Vectors.Of(ModelFile.Load(path), 1, 4);
        arrays[1].Values[5] = float.NaN;
        ToolRun run = ToolRun.Of("verify", path, "--against", Vectors.Save(folder, arrays), "--json");
        Assert.Equal(ExitCodes.Differs, run.ExitCode);
        Assert.Equal("Infinity", JsonDocument.Parse(run.Output).RootElement.GetProperty("vectors").GetProperty("difference").GetProperty("maximumUlp").GetString());
    }

    [Fact]
    public void A_state_may_be_one_for_all_sequences()
    {
        string path = folder.Usual();
        ModelManifest manifest = ModelFile.Load(path);
        IReadOnlyList<NamedArray> arrays = [.. Vectors.Of(manifest, 2, 4), new("initial_state", [manifest.Shape.StateSize], new float[manifest.Shape.StateSize])];
        Assert.Equal(ExitCodes.Good, ToolRun.Of("verify", path, "--against", Vectors.Save(folder, arrays), "--tolerance", "0").ExitCode);
    }

    [Theory]
    [InlineData("ghost_stack_initial_state")]
    [InlineData("gru_stack_alone")]
    public void Outputs_of_PyTorch_are_met_by_what_it_exported(string name)
    {
        string vectors = Path.Combine(Golden(), $"{name}.vectors.safetensors");
        JsonElement json = ToolRun.Of("verify", Path.Combine(Golden(), $"{name}.safetensors"), "--against", vectors, "--tolerance", "1e-6", "--json").Json();
        Assert.InRange(json.GetProperty("vectors").GetProperty("difference").GetProperty("maximumAbsolute").GetDouble(), 1e-9, 2e-6);
    }

    [Fact]
    public void The_screen_fits_a_terminal()
    {
        string path = folder.Usual();
        string vectors = Vectors.Save(folder, Vectors.Of(ModelFile.Load(path), 1, 8));
        ToolRun run = ToolRun.InTerminal(80, "verify", path, "--against", vectors).Good();
        Assert.All(run.Output.Split('\n'), static line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains("passed", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("input", "'input' has the shape [2, 8, 4]; [steps, 5] or [sequences, steps, 5] is needed, because the model reads 5 values a step.")]
    [InlineData("output", "'output' has the shape [2, 8, 4]; [steps, 3] or [sequences, steps, 3] is needed, because the model writes 3 values a step.")]
    [InlineData("initial_state", "'initial_state' has the shape [2, 8, 4]; [12] is needed, or [2, 12].")]
    public void An_array_of_other_sizes_is_refused(string name, string message)
    {
        string path = folder.Usual();
        IReadOnlyList<NamedArray> arrays = [.. Vectors.Of(ModelFile.Load(path), 2, 8).Where(array => array.Name != name), new(name, [2, 8, 4], new float[64])];
        Assert.Contains(message, ToolRun.Of("verify", path, "--against", Vectors.Save(folder, arrays)).Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_array_is_refused()
    {
        string path = folder.Usual();
        IReadOnlyList<NamedArray> arrays = [.. Vectors.Of(ModelFile.Load(path), 2, 8).Where(static array => array.Name != "output")];
        Assert.Contains("there is no array 'output'; there are 'input'.", ToolRun.Of("verify", path, "--against", Vectors.Save(folder, arrays)).Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sequences_of_other_lengths_are_refused()
    {
        string path = folder.Usual();
        IReadOnlyList<NamedArray> arrays = [Vectors.Of(ModelFile.Load(path), 2, 8)[0], Vectors.Of(ModelFile.Load(path), 2, 7)[1]];
        Assert.Contains("all but the last sizes have to be the same", ToolRun.Of("verify", path, "--against", Vectors.Save(folder, arrays)).Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_none_is_refused()
    {
        string path = folder.Usual();
        Assert.Contains("there is no such file.", ToolRun.Of("verify", path, "--against", folder.PathOf("none.npz")).Refusal(), StringComparison.Ordinal);
        Assert.Contains("no format of sequences has this name", ToolRun.Of("verify", path, "--against", folder.Text("vectors.doc", "")).Refusal(), StringComparison.Ordinal);
        Assert.StartsWith("ghostgen: ", ToolRun.Of("verify", path, "--against", folder.Text("broken.safetensors", "hello")).Refusal(), StringComparison.Ordinal);
        Assert.StartsWith("ghostgen: ", ToolRun.Of("verify", path, "--against", folder.Text("broken.npz", "hello")).Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--steps", "0", "a whole number from 1 to 1000000 is expected")]
    [InlineData("--steps", "many", "a whole number from 1 to 1000000 is expected")]
    [InlineData("--tolerance", "NaN", "a number from 0 to 1000000 is expected")]
    [InlineData("--seed", "1.5", "a whole number from 0 to 2147483647 is expected")]
    public void A_number_out_of_bounds_is_refused(string option, string number, string message) =>
        Assert.Contains($"{option} {number}: {message}", ToolRun.Of("verify", folder.Usual(), option, number).Refusal(), StringComparison.Ordinal);

    private static string Golden([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "GhostGen.Golden.Tests", "PyTorch", "Vectors");
}
