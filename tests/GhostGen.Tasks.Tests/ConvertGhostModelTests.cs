using GhostGen.Importing;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.TestSupport;
using Microsoft.Build.Framework;
using Xunit;

namespace GhostGen.Tasks.Tests;

/// <summary>The task as MSBuild calls it.</summary>
public sealed class ConvertGhostModelTests : IDisposable
{
    private static readonly ModelManifest Model = RandomModels.Manifest(new("small", new([new GruShape("gru", 3, 5), new DenseShape("fc", 5, 2)])));

    private readonly string folder = Directory.CreateTempSubdirectory("ghostgen-task-").FullName;
    private readonly RecordingEngine engine = new();

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_model_is_converted_into_folders_that_are_not_there_yet()
    {
        string output = InFolder("obj/models/small.json.ghost.json");
        Assert.True(Task(SavedModel(), output).Execute());
        Assert.Empty(engine.Errors);
        Assert.Equal(Text(Model), File.ReadAllBytes(output));
        Assert.Equal([Path.GetFileName(output)], Directory.GetFiles(Path.GetDirectoryName(output)!).Select(Path.GetFileName));
    }

    [Fact]
    public void The_same_text_is_only_given_a_new_time()
    {
        string output = InFolder("small.ghost.json");
        Assert.True(Task(SavedModel(), output).Execute());
        byte[] first = File.ReadAllBytes(output);
        var old = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(output, old);

        // Where the file were replaced, the one that is open would go on holding what was written to it.
        using (FileStream held = new(output, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
        {
            Assert.True(Task(SavedModel(), output).Execute());
            held.Position = first.Length;
            held.WriteByte((byte)' ');
        }

        Assert.Equal([.. first, (byte)' '], File.ReadAllBytes(output));
        Assert.NotEqual(old, File.GetLastWriteTimeUtc(output));
    }

    [Fact]
    public void Another_text_takes_the_place_of_the_old_one()
    {
        string output = InFolder("small.ghost.json");
        File.WriteAllText(output, "old");
        Assert.True(Task(SavedModel(), output).Execute());
        Assert.Equal(Text(Model), File.ReadAllBytes(output));
    }

    [Fact]
    public void A_defect_is_an_error_at_its_place_and_writes_nothing()
    {
        string source = InFolder("broken.json");
        File.WriteAllText(source, "{\n  \"format\": \"ghostgen/9\"\n}");
        string output = InFolder("obj/broken.ghost.json");
        BuildErrorEventArgs error = Fails(Task(source, output), BuildRule.CannotBeConverted, source);
        Assert.Equal((2, 13), (error.LineNumber, error.ColumnNumber));
        Assert.False(Path.Exists(InFolder("obj")));
    }

    [Fact]
    public void A_file_that_ends_too_early_leaves_what_was_converted_before()
    {
        string source = InFolder("short.json");
        byte[] text = Text(Model);
        File.WriteAllBytes(source, text[..(text.Length / 2)]);
        string output = InFolder("short.ghost.json");
        File.WriteAllText(output, "old");

        // Whether it is JSON has to be known before it is known what kind.
        Fails(Task(source, output), BuildRule.UnknownFormat, source);
        Assert.Equal("old", File.ReadAllText(output));
        Assert.Equal([output, source], Directory.GetFiles(folder).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("missing.safetensors")]
    [InlineData("missing.json")]
    [InlineData("missing/model.npz")]
    [InlineData("folder")]
    public void A_file_that_is_not_there_is_an_error_that_names_it(string name)
    {
        BuildErrorEventArgs error = Fails(Task(InFolder(name), InFolder("a.ghost.json")), BuildRule.CannotBeOpened, InFolder(name));
        Assert.Contains("does not exist", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model.h5")]
    [InlineData("model.pt")]
    [InlineData("model.npy")]
    [InlineData("model")]
    public void A_format_that_is_not_known_is_an_error(string name)
    {
        File.WriteAllText(InFolder(name), "");
        Fails(Task(InFolder(name), InFolder("a.ghost.json")), BuildRule.UnknownFormat, InFolder(name));
    }

    [Fact]
    public void A_place_that_cannot_be_written_to_is_an_error()
    {
        string source = SavedModel();
        Fails(Task(source, Path.Combine(source, "a.ghost.json")), BuildRule.CannotBeOpened, source);
    }

    [Theory]
    [InlineData("fc1", "'fc1' is there")]
    [InlineData("fc1:relu", "'layer=function'")]
    [InlineData("fc=relu;fc=tanh", "'fc' twice")]
    [InlineData("fc=swish", "'swish'; known are none, relu, sigmoid, tanh, softmax")]
    [InlineData("fc=", "''; known are none")]
    [InlineData("fc=1", "'1'; known are none")]
    public void Activations_of_another_form_are_an_error(string activations, string words)
    {
        ConvertGhostModel task = Task(SavedModel(), InFolder("a.ghost.json"));
        task.Activations = activations;
        Assert.Contains(words, Fails(task, BuildRule.InvalidMetadata, task.Source).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_description_or_labels_that_are_not_there_are_an_error_at_them(bool layers)
    {
        ConvertGhostModel task = Task(SavedModel(), InFolder("a.ghost.json"));
        string missing = InFolder("missing");
        task.Layers = layers ? missing : null;
        task.Labels = layers ? null : missing;
        BuildErrorEventArgs error = Fails(task, BuildRule.CannotBeOpened, missing);
        Assert.Contains("'small.json'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("softmax", "", null)]
    [InlineData("softmax", ", \"activation\": \"softmax\"", null)]
    [InlineData("relu", ", \"activation\": \"softmax\"", "is softmax, and relu is given beside it")]
    public void What_an_item_says_of_a_layer_is_added_to_its_description(string given, string described, string? refusal)
    {
        string source = InFolder("small.npz");
        string output = InFolder("small.ghost.json");
        ModelExport.Save(Model, source);
        File.WriteAllText(InFolder("small.layers.json"), $$"""{ "layers": [{ "from": "gru" }, { "from": "fc"{{described}} }] }""");
        ConvertGhostModel task = Task(source, output);
        task.Activations = $"fc={given}";
        if (refusal is null)
        {
            Assert.True(task.Execute(), string.Join('\n', engine.Errors.Select(static error => error.Message)));
            Assert.Equal(Activation.Softmax, Assert.IsType<DenseShape>(ModelFile.Load(output).Shape.Layers[1]).Activation);
        }
        else
        {
            Assert.Contains(refusal, Fails(task, BuildRule.CannotBeConverted, source).Message, StringComparison.Ordinal);
        }
    }

    private ConvertGhostModel Task(string source, string output) => new() { BuildEngine = engine, Source = source, Output = output };

    private BuildErrorEventArgs Fails(ConvertGhostModel task, string code, string file)
    {
        Assert.False(task.Execute());
        BuildErrorEventArgs error = Assert.Single(engine.Errors);
        Assert.Equal(code, error.Code);
        Assert.Equal(file, error.File);
        Assert.EndsWith($"/docs/rules/{code}.md", error.HelpLink, StringComparison.Ordinal);
        Assert.Contains($"'{Path.GetFileName(task.Source)}' cannot be converted: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error.Message, StringComparison.Ordinal);
        return error;
    }

    private string SavedModel()
    {
        string path = InFolder("small.json");
        ModelFile.Save(Model, path);
        return path;
    }

    private string InFolder(string name) => Path.Combine(folder, name);

    private static byte[] Text(ModelManifest manifest)
    {
        using var stream = new MemoryStream();
        ModelFile.Save(manifest, stream);
        return stream.ToArray();
    }
}
