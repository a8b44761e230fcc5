using GhostGen.Generator.Tests.Support;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Generator.Tests.Incremental;

/// <summary>What runs again after an edit, and what does not: two models with files and one without, edited as people edit.</summary>
public sealed class CachingTests
{
    private const string AllCached = """
        Classes Amp Cached, Free Cached, Spotter Cached
        Files   amp.ghost.json Cached, spotter.ghost.json Cached
        Names   Cached
        Models  Amp Cached, Free Cached, Spotter Cached
        Steps   Amp Cached, Free Cached, Spotter Cached
        Weights Amp Cached, Spotter Cached
        Stubs
        Output  Amp.Weights.g.cs Cached, Amp.g.cs Cached, Free.g.cs Cached, Spotter.Weights.g.cs Cached, Spotter.g.cs Cached
        """;

    [Fact]
    public void The_first_run_does_everything() => Assert.Equal(
        """
        Classes Amp New, Free New, Spotter New
        Files   amp.ghost.json New, spotter.ghost.json New
        Names   New
        Models  Amp New, Free New, Spotter New
        Steps   Amp New, Free New, Spotter New
        Weights Amp New, Spotter New
        Stubs
        Output  Amp.Weights.g.cs New, Amp.g.cs New, Free.g.cs New, Spotter.Weights.g.cs New, Spotter.g.cs New
        """,
        new Editor(Sources, Amp(), Spotter()).Run());

    [Fact]
    public void The_same_compilation_runs_nothing()
    {
        Editor editor = AfterFirstRun();
        Assert.Equal(AllCached, editor.Run());
        Assert.Equal(AllCached, editor.Run());
    }

    [Fact]
    public void An_edit_in_another_file_compiles_nothing_again()
    {
        Editor editor = AfterFirstRun();
        editor.Edit(3, "return 1;", "return 2;");
        Assert.Equal(AllCached, editor.Run());
    }

    [Fact]
    public void An_edit_within_a_model_class_compiles_nothing_again()
    {
        Editor editor = AfterFirstRun();
        editor.Edit(0, "/* here */", "public int Channel => 2; // moved\n");
        Assert.Equal(AllCached, editor.Run());
    }

    [Fact]
    public void Another_attribute_compiles_its_class_again()
    {
        Editor editor = AfterFirstRun();
        editor.Edit(2, "Gru(2, 5)", "Gru(2, 6)");
        Assert.Equal(
            """
            Classes Amp Cached, Free Modified, Spotter Cached
            Files   amp.ghost.json Cached, spotter.ghost.json Cached
            Names   Cached
            Models  Amp Cached, Free Modified, Spotter Cached
            Steps   Amp Cached, Free Modified, Spotter Cached
            Weights Amp Cached, Spotter Cached
            Stubs
            Output  Amp.Weights.g.cs Cached, Amp.g.cs Cached, Free.g.cs Modified, Spotter.Weights.g.cs Cached, Spotter.g.cs Cached
            """,
            editor.Run());
    }

    [Fact]
    public void New_weights_write_the_weights_again_and_not_the_step()
    {
        Editor editor = AfterFirstRun();
        editor.Save(Amp(seed: 2));
        Assert.Equal(
            """
            Classes Amp Cached, Free Cached, Spotter Cached
            Files   amp.ghost.json Modified, spotter.ghost.json Cached
            Names   Cached
            Models  Amp Modified, Free Cached, Spotter Cached
            Steps   Amp Unchanged, Free Cached, Spotter Cached
            Weights Amp Modified, Spotter Cached
            Stubs
            Output  Amp.Weights.g.cs Modified, Amp.g.cs Cached, Free.g.cs Cached, Spotter.Weights.g.cs Cached, Spotter.g.cs Cached
            """,
            editor.Run());
    }

    [Fact]
    public void Another_mean_writes_the_weights_again_and_the_step_only_where_there_was_none()
    {
        Editor editor = AfterFirstRun();
        editor.Save(Amp(mean: 1));
        Assert.Contains("Amp.Weights.g.cs Modified, Amp.g.cs Modified", editor.Run(), StringComparison.Ordinal);
        editor.Save(Amp(mean: 2));
        Assert.Contains("Amp.Weights.g.cs Modified, Amp.g.cs Cached", editor.Run(), StringComparison.Ordinal);
    }

    [Fact]
    public void New_labels_write_the_step_again()
    {
        Editor editor = AfterFirstRun();
        editor.Save(Spotter("yes", "no", "maybe"));
        Assert.Equal(
            """
            Classes Amp Cached, Free Cached, Spotter Cached
            Files   amp.ghost.json Cached, spotter.ghost.json Modified
            Names   Cached
            Models  Amp Cached, Free Cached, Spotter Modified
            Steps   Amp Cached, Free Cached, Spotter Modified
            Weights Amp Cached, Spotter Modified
            Stubs
            Output  Amp.Weights.g.cs Cached, Amp.g.cs Cached, Free.g.cs Cached, Spotter.Weights.g.cs Modified, Spotter.g.cs Modified
            """,
            editor.Run());
    }

    [Fact]
    public void A_file_saved_as_it_was_is_read_and_changes_nothing()
    {
        Editor editor = AfterFirstRun();
        editor.Save(Amp());
        Assert.Equal(AllCached.Replace("amp.ghost.json Cached", "amp.ghost.json Unchanged", StringComparison.Ordinal), editor.Run());
    }

    [Fact]
    public void A_model_that_is_converted_again_compiles_nothing_again_where_its_text_stays()
    {
        const string text = "/app/obj/amp.npz.ghost.json";
        var editor = new Editor(["using GhostGen; [GhostModel(\"amp.npz\")] partial class Amp { }"], SmallModel.At(text));
        editor.Configure(new(new Dictionary<string, string> { [text] = "GhostModel" }, new Dictionary<string, string> { [text] = "/app/amp.npz" }));
        editor.Run();
        Assert.Equal(["Amp.Weights.g.cs", "Amp.g.cs"], editor.WrittenFiles);
        editor.Save(SmallModel.At(text));
        Assert.Equal(
            """
            Classes Amp Cached
            Files   amp.npz Unchanged
            Names   Cached
            Models  Amp Cached
            Steps   Amp Cached
            Weights Amp Cached
            Stubs
            Output  Amp.Weights.g.cs Cached, Amp.g.cs Cached
            """,
            editor.Run());
    }

    [Fact]
    public void A_file_that_no_class_names_compiles_nothing_again()
    {
        Editor editor = AfterFirstRun();
        editor.Add(SmallModel.At("/app/other.ghost.json"));
        Assert.Equal(
            """
            Classes Amp Cached, Free Cached, Spotter Cached
            Files   amp.ghost.json Cached, other.ghost.json New, spotter.ghost.json Cached
            Names   Cached
            Models  Amp Cached, Free Cached, Spotter Cached
            Steps   Amp Cached, Free Cached, Spotter Cached
            Weights Amp Cached, Spotter Cached
            Stubs
            Output  Amp.Weights.g.cs Cached, Amp.g.cs Cached, Free.g.cs Cached, Spotter.Weights.g.cs Cached, Spotter.g.cs Cached
            """,
            editor.Run());
    }

    [Fact]
    public void A_file_that_goes_leaves_a_stub_of_its_model_and_changes_no_other()
    {
        Editor editor = AfterFirstRun();
        editor.Remove("/app/amp.ghost.json");
        Assert.Equal(
            """
            Classes Amp Cached, Free Cached, Spotter Cached
            Files   amp.ghost.json Removed, spotter.ghost.json Cached
            Names   Cached
            Models  Amp Removed, Free Cached, Spotter Cached
            Steps   Amp Removed, Free Cached, Spotter Cached
            Weights Amp Removed, Spotter Cached
            Stubs   Amp New
            Output  Amp.Weights.g.cs Removed, Amp.g.cs New, Amp.g.cs Removed, Free.g.cs Cached, Spotter.Weights.g.cs Cached, Spotter.g.cs Cached
            """,
            editor.Run());
        Assert.Equal(["Amp.g.cs", "Free.g.cs", "Spotter.Weights.g.cs", "Spotter.g.cs"], editor.WrittenFiles);
    }

    [Fact]
    public void A_file_that_comes_back_brings_its_model_back()
    {
        Editor editor = AfterFirstRun();
        editor.Remove("/app/amp.ghost.json");
        editor.Run();
        editor.Add(Amp());
        Assert.Equal(
            """
            Classes Amp Cached, Free Cached, Spotter Cached
            Files   amp.ghost.json New, spotter.ghost.json Cached
            Names   Cached
            Models  Amp New, Free Cached, Spotter Cached
            Steps   Amp New, Free Cached, Spotter Cached
            Weights Amp New, Spotter Cached
            Stubs   Amp Removed
            Output  Amp.Weights.g.cs New, Amp.g.cs New, Amp.g.cs Removed, Free.g.cs Cached, Spotter.Weights.g.cs Cached, Spotter.g.cs Cached
            """,
            editor.Run());
        Assert.Equal(["Amp.Weights.g.cs", "Amp.g.cs", "Free.g.cs", "Spotter.Weights.g.cs", "Spotter.g.cs"], editor.WrittenFiles);
    }

    [Fact]
    public void A_stub_is_written_once_while_its_mistake_stays()
    {
        var editor = new Editor([.. Sources, "using GhostGen; [GhostModel, Gru(2, -5)] partial class Bad { /* here */ }"], new MemoryText("/app/amp.ghost.json", "{"), Spotter());
        editor.Run();
        editor.Edit(0, "/* here */", "public int Channel => 2; // moved\n");
        editor.Edit(4, "/* here */", "// moved as well\n");
        editor.Edit(3, "return 1;", "return 2;");
        const string cached = """
            Classes Amp Cached, Bad Cached, Free Cached, Spotter Cached
            Files   amp.ghost.json Cached, spotter.ghost.json Cached
            Names   Cached
            Models  Free Cached, Spotter Cached
            Steps   Free Cached, Spotter Cached
            Weights Spotter Cached
            Stubs   Amp Cached, Bad Cached
            Output  Amp.g.cs Cached, Bad.g.cs Cached, Free.g.cs Cached, Spotter.Weights.g.cs Cached, Spotter.g.cs Cached
            """;
        Assert.Equal(cached, editor.Run());
        editor.Save(new MemoryText("/app/amp.ghost.json", "{"));
        Assert.Equal(cached.Replace("amp.ghost.json Cached", "amp.ghost.json Unchanged", StringComparison.Ordinal), editor.Run());

        // Another defect is another text, of this stub alone.
        editor.Save(new MemoryText("/app/amp.ghost.json", "[]"));
        Assert.Equal(
            cached
                .Replace("amp.ghost.json Cached", "amp.ghost.json Modified", StringComparison.Ordinal)
                .Replace("Stubs   Amp Cached", "Stubs   Amp Modified", StringComparison.Ordinal)
                .Replace("Output  Amp.g.cs Cached", "Output  Amp.g.cs Modified", StringComparison.Ordinal),
            editor.Run());
    }

    [Fact]
    public void A_renamed_class_is_compiled_under_its_new_name()
    {
        Editor editor = AfterFirstRun();
        editor.Edit(2, "class Free", "class Freed");
        Assert.Equal(
            """
            Classes Amp Cached, Freed Modified, Spotter Cached
            Files   amp.ghost.json Cached, spotter.ghost.json Cached
            Names   Modified
            Models  Amp Unchanged, Freed Modified, Spotter Unchanged
            Steps   Amp Cached, Freed Modified, Spotter Cached
            Weights Amp Cached, Spotter Cached
            Stubs
            Output  Amp.Weights.g.cs Cached, Amp.g.cs Cached, Freed.g.cs Modified, Spotter.Weights.g.cs Cached, Spotter.g.cs Cached
            """,
            editor.Run());
        Assert.Equal(["Amp.Weights.g.cs", "Amp.g.cs", "Freed.g.cs", "Spotter.Weights.g.cs", "Spotter.g.cs"], editor.WrittenFiles);
    }

    [Fact]
    public void An_option_of_the_project_that_concerns_no_model_changes_nothing()
    {
        Editor editor = AfterFirstRun();
        editor.Configure(new(new Dictionary<string, string> { ["/app/readme.txt"] = "None" }));
        Assert.Equal(AllCached.Replace(".ghost.json Cached", ".ghost.json Unchanged", StringComparison.Ordinal), editor.Run());
    }

    [Fact]
    public void A_class_with_a_mistake_has_a_stub_until_it_is_mended()
    {
        Editor editor = AfterFirstRun();
        editor.Edit(2, "Gru(2, 5)", "Gru(2, -5)");
        Assert.EndsWith(
            """
            Models  Amp Cached, Free Removed, Spotter Cached
            Steps   Amp Cached, Free Removed, Spotter Cached
            Weights Amp Cached, Spotter Cached
            Stubs   Free New
            Output  Amp.Weights.g.cs Cached, Amp.g.cs Cached, Free.g.cs New, Free.g.cs Removed, Spotter.Weights.g.cs Cached, Spotter.g.cs Cached
            """,
            editor.Run(),
            StringComparison.Ordinal);
        editor.Edit(2, "Gru(2, -5)", "Gru(2, 5)");
        Assert.EndsWith(
            """
            Models  Amp Cached, Free New, Spotter Cached
            Steps   Amp Cached, Free New, Spotter Cached
            Weights Amp Cached, Spotter Cached
            Stubs   Free Removed
            Output  Amp.Weights.g.cs Cached, Amp.g.cs Cached, Free.g.cs New, Free.g.cs Removed, Spotter.Weights.g.cs Cached, Spotter.g.cs Cached
            """,
            editor.Run(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_of_which_no_other_part_can_be_written_is_left_out_until_it_is_mended()
    {
        Editor editor = AfterFirstRun();
        editor.Edit(2, "partial class Free", "class Free");
        editor.Run();
        Assert.DoesNotContain("Free.g.cs", editor.WrittenFiles);
        editor.Edit(2, "class Free", "partial class Free");
        editor.Run();
        Assert.Contains("Free.g.cs", editor.WrittenFiles);
    }

    private static readonly string[] Sources =
    [
        "using GhostGen; [GhostModel(\"amp.ghost.json\")] partial class Amp { /* here */ }",
        "using GhostGen; [GhostModel(\"spotter.ghost.json\")] partial class Spotter { }",
        "using GhostGen; [GhostModel, Gru(2, 5)] partial class Free { }",
        "static class Other { static int One() { return 1; } }",
    ];

    private static Editor AfterFirstRun()
    {
        var editor = new Editor(Sources, Amp(), Spotter());
        editor.Run();
        return editor;
    }

    private static MemoryText Amp(int seed = 1, double? mean = null) => Models.File(
        "/app/amp.ghost.json",
        Models.Random(Models.Shape("amp", new GruShape("gru", 1, 8)), seed, normalization: mean is { } number ? new(new([number]), null) : null));

    private static MemoryText Spotter(params string[] labels)
    {
        ModelManifest manifest = Models.Random(Models.Shape("spotter", new GhostGruShape("ghost", 4, 6), new DenseShape("head", 6, 3)), labels: labels);
        return Models.File("/app/spotter.ghost.json", manifest);
    }
}
