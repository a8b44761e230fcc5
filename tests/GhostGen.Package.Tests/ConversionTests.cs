using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Package.Tests;

/// <summary>When the build converts models of other formats, and what it does where it cannot.</summary>
public sealed class ConversionTests(LocalFeed feed)
{
    private static readonly ModelManifest First = RandomModels.Manifest(new("first", new([new GruShape("gru", 3, 5)])), seed: 1);
    private static readonly ModelManifest Second = RandomModels.Manifest(new("second", new([new GruShape("gru", 2, 7)])), seed: 2);

    [Fact]
    public void Files_of_one_name_and_files_from_elsewhere_are_converted_once_and_again_only_where_something_changed()
    {
        // A folder that is called as folders are.
        Consumer project = feed.Create("C# (it's new)");
        project.Write("models/a/kws.json", First);
        project.Write("models/b/kws.json", Second);
        project.Write("../Elsewhere/amp.json", Second);
        project.Items("""
            <GhostModel Include="models/**/*.json" Exclude="**/*.ghost.json" />
            <GhostModel Include="../Elsewhere/amp.json" Link="linked/amp.json" Labels="$(LabelsFile)" />
            """);
        project.Write("labels.txt", "0\n1\n2\n3\n4\n5\n6\n");
        project.Write("Program.cs", StepBits.Program(("A", "a/kws.json"), ("B", "models/b/kws.json"), ("Amp", "amp.json")));
        Assert.Equal(3, Conversions(project.Build("-v:n").Succeeded()));
        Assert.Equal(
            [StepBits.Line("A", First), StepBits.Line("B", Second), StepBits.Line("Amp", Second)],
            project.RunLines());
        string[] texts = project.ConvertedFiles();
        Assert.Equal(["__/Elsewhere/amp.json.ghost.json", "models/a/kws.json.ghost.json", "models/b/kws.json.ghost.json"], texts);

        // Nothing changed: nothing runs, of the compiler neither.
        DateTime compiled = File.GetLastWriteTimeUtc(project.CompiledAssembly);
        Assert.Equal(0, Conversions(project.Build("-v:n").Succeeded()));
        Assert.Equal(compiled, File.GetLastWriteTimeUtc(project.CompiledAssembly));

        // One file has another time, one item says something else, and each of them once.
        File.SetLastWriteTimeUtc(Path.Combine(project.Folder, "models", "a", "kws.json"), DateTime.UtcNow);
        Assert.Equal(1, Conversions(Convert(project).Succeeded()));
        Assert.Equal(0, Conversions(Convert(project).Succeeded()));
        Assert.Equal(1, Conversions(Convert(project, "-p:LabelsFile=labels.txt").Succeeded()));
        Assert.Equal(0, Conversions(Convert(project, "-p:LabelsFile=labels.txt").Succeeded()));

        // A text that has gone comes back.
        File.Delete(Path.Combine(project.Folder, "obj", "Release", "net10.0", "ghostgen", "models", "b", "kws.json.ghost.json"));
        Assert.Equal(1, Conversions(Convert(project, "-p:LabelsFile=labels.txt").Succeeded()));
        Assert.Equal(texts, project.ConvertedFiles());
    }

    [Fact]
    public void A_file_that_cannot_be_converted_is_one_error_and_leaves_nothing_half_written()
    {
        Consumer project = feed.Create("Broken");
        project.Write("model.json", First);
        project.Items("<GhostModel Include=\"$(Model)\" />");
        project.Write("Program.cs", StepBits.Program(("A", "model.json")));
        project.Build("-p:Model=model.json").Succeeded();
        byte[] converted = File.ReadAllBytes(Path.Combine(project.Folder, "obj/Release/net10.0/ghostgen/model.json.ghost.json"));

        string text = File.ReadAllText(Path.Combine(project.Folder, "model.json"));
        project.Write("model.json", text.Replace("\"format\": \"ghostgen/1\"", "\"format\": \"ghostgen/7\"", StringComparison.Ordinal));
        CommandResult damaged = project.Build("-p:Model=model.json");
        AssertOneError(damaged, Path.Combine(project.Folder, "model.json") + "(2,13): error GHOST080: Model file 'model.json' cannot be converted: ");
        Assert.Equal(["model.json.ghost.json"], project.ConvertedFiles());
        Assert.Equal(converted, File.ReadAllBytes(Path.Combine(project.Folder, "obj/Release/net10.0/ghostgen/model.json.ghost.json")));

        AssertOneError(Convert(project, "-p:Model=absent.npz"), Path.Combine(project.Folder, "absent.npz") + " : error GHOST081: ");
        project.Write("model.h5", "");
        AssertOneError(Convert(project, "-p:Model=model.h5"), Path.Combine(project.Folder, "model.h5") + " : error GHOST082: ");

        // What was converted is removed along with all else that was built.
        project.Targets("-t:Clean", "-p:Configuration=Release", "-p:Model=model.json").Succeeded();
        Assert.Empty(project.ConvertedFiles());
    }

    [Fact]
    public void An_editor_that_never_builds_has_the_models_and_goes_on_where_one_is_broken()
    {
        Consumer project = feed.Create("Editor");
        project.Write("good.json", First);
        project.Write("bad.json", "{ \"format\": 1 }");
        project.Items("<GhostModel Include=\"bad.json;good.json\" />");
        project.Targets("-t:Restore").Succeeded();
        CommandResult design = project.Targets(
            "-t:Compile", "-p:Configuration=Release", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:CscCommandLineArgs");
        Assert.Contains("GHOST080", design.Output, StringComparison.Ordinal);
        Assert.Contains("good.json.ghost.json", design.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("bad.json.ghost.json", design.Output, StringComparison.Ordinal);
        Assert.Equal(["good.json.ghost.json"], project.ConvertedFiles());
    }

    [Theory]
    [InlineData("AddGhostModelSourcesToWatch", "Watch")]
    [InlineData("AddGhostModelSourcesToUpToDateCheck", "UpToDateCheckInput")]
    public void Tools_that_watch_files_are_told_of_all_that_a_model_is_read_from(string target, string items)
    {
        Consumer project = feed.Create($"Watched{items}");
        project.Write("kws.npz", "");
        project.Write("kws.layers.json", "{}");
        project.Write("arrays/weight.npy", "");
        project.Write("amp.onnx", "");
        project.Write("amp.onnx.data", "");
        project.Items("<GhostModel Include=\"kws.npz\" Labels=\"labels.txt\" /><GhostModel Include=\"arrays/;amp.onnx;nowhere/absent.onnx\" />");
        project.Targets("-t:Restore").Succeeded();
        string found = project.Targets($"-t:{target}", $"-getItem:{items}").Succeeded().Output;
        Assert.All(["kws.npz", "kws.layers.json", "weight.npy", "labels.txt", "amp.onnx\"", "amp.onnx.data", "absent.onnx"], file => Assert.Contains(file, found, StringComparison.Ordinal));
    }

    private static CommandResult Convert(Consumer project, params string[] arguments) =>
        project.Targets(["-t:AddGhostModelsToAdditionalFiles", "-p:Configuration=Release", "-v:n", .. arguments]);

    private static int Conversions(CommandResult result) => result.LinesWith(".ghost.json") - result.LinesWith("/additionalfile:");

    private static void AssertOneError(CommandResult result, string beginning)
    {
        Assert.NotEqual(0, result.ExitCode);
        string[] errors = [.. result.Output.Split('\n').Where(static line => line.Contains("error ", StringComparison.Ordinal)).Select(static line => line.Trim().TrimStart('1', '>')).Distinct()];
        Assert.StartsWith(beginning, Assert.Single(errors), StringComparison.Ordinal);
    }
}
