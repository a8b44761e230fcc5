using GhostGen.Generator.Tests.Support;
using GhostGen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace GhostGen.Generator.Tests.Emission;

/// <summary>Where something is wrong the analyzer says so and the generator writes a stub, or nothing where no other part of the class can be written, for that class alone; it never throws.</summary>
public sealed class MistakeTests
{
    private const string Good = "[GhostGen.GhostModel, GhostGen.Gru(1, 2)] partial class Good { }";

    [Theory]
    [InlineData("[GhostGen.GhostModel, GhostGen.Gru(1, 8)] class Bad { }")]
    [InlineData("[GhostGen.GhostModel, GhostGen.Gru(1, 8)] partial class Bad<T> { }")]
    [InlineData("[GhostGen.GhostModel, GhostGen.Gru(1, 8)] partial class Bad { void Step() { } }")]
    [InlineData("[GhostGen.GhostModel, GhostGen.Gru(1, -8)] class Bad { }")]
    [InlineData("[GhostGen.GhostModel, GhostGen.Gru(1, -8)] partial class Bad { void Step() { } }")]
    [InlineData("[GhostGen.GhostModel(\"missing.ghost.json\")] static partial class Bad { }")]
    [InlineData("[GhostGen.GhostModel(Missing)] partial class Bad { }")]
    [InlineData("[GhostGen.GhostModel, GhostGen.Gru(Bad.InputSize, -8)] partial class Bad { }")]
    public void A_class_that_cannot_have_another_part_or_that_the_compiler_rejects_yields_nothing_and_the_others_all_they_are(string bad) =>
        Assert.Equal(["Good.g.cs"], Run(bad).Texts.Keys);

    [Theory]
    [InlineData("[GhostGen.GhostModel, GhostGen.Gru(1, -8)] partial class Bad { }", "GHOST030")]
    [InlineData("[GhostGen.GhostModel] partial class Bad { }", "GHOST020")]
    [InlineData("[GhostGen.GhostModel(\"missing.ghost.json\")] partial class Bad { }", "GHOST041")]
    [InlineData("[GhostGen.GhostModel(\"broken.ghost.json\")] partial class Bad { }", "GHOST104")]
    [InlineData("[GhostGen.GhostModel(\"unreadable.ghost.json\")] partial class Bad { }", "cannot be read")]
    [InlineData("[GhostGen.GhostModel(\"small.ghost.json\"), GhostGen.Dense(2, 7)] partial class Bad { }", "GHOST043")]
    [InlineData("[GhostGen.GhostModel(null!)] partial class Bad { }", "GHOST040")]
    public void A_model_with_a_mistake_yields_a_stub_and_the_others_all_they_are(string bad, string mistake)
    {
        Generation generation = Run(bad);
        Assert.Equal(["Bad.g.cs", "Good.g.cs"], generation.Texts.Keys);
        AssertStub(generation.Texts["Bad.g.cs"]);
        Assert.Contains(mistake, generation.Texts["Bad.g.cs"], StringComparison.Ordinal);
        generation.AssertClean();
    }

    [Fact]
    public void Two_files_of_one_name_yield_a_stub()
    {
        Generation generation = Generation.Of(
            "[GhostGen.GhostModel(\"small.ghost.json\")] partial class Bad { }", SmallModel.At("/app/a/small.ghost.json"), SmallModel.At("/app/b/small.ghost.json")).AssertClean();
        AssertStub(Assert.Single(generation.Texts).Value);
    }

    [Fact]
    public void A_file_given_twice_is_one_file() => Assert.Equal(2, Generation.Of(
        "[GhostGen.GhostModel(\"small.ghost.json\")] partial class Amp { }", SmallModel.At("/app/small.ghost.json"), SmallModel.At("/app/small.ghost.json")).AssertClean().Texts.Count);

    [Fact]
    public void Damaged_sources_never_make_it_throw()
    {
        const string Source = """
            using GhostGen;
            namespace A.B { public partial struct C { [GhostModel("small.ghost.json"), Dense(2, 1, Activation = Activation.None)] public sealed partial class Amp { public int X => 1; } } }
            [GhostModel, GhostGru(input: 3, hidden: 8, Ratio = 1.5, Cheap = CheapMap.Diagonal)] [Dense(2, Name = "head")] internal partial class Free { }
            """;
        const int Mutations = 400;
        string[] pieces = ["", "{", "}", "\"", "[", "]", "(", ")", "<", ",", "@", "partial ", "class ", "\n#if X\n", "\\u0022", "-", "9", "GhostModel", "/*", "static "];
        var random = new Random(6);
        GeneratorDriver driver = Generation.CreateDriver([SmallModel.At("/app/small.ghost.json")], Compilations.ParseOptions);
        int complete = 0;
        for (int i = 0; i < Mutations; i++)
        {
            int start = random.Next(Source.Length);
            int length = random.Next(Math.Min(12, Source.Length - start));
            string damaged = Source.Remove(start, length).Insert(start, pieces[random.Next(pieces.Length)]);
            driver = driver.RunGenerators(Compilations.Create(damaged));
            GeneratorRunResult result = Assert.Single(driver.GetRunResult().Results);
            Assert.True(result.Exception is null, $"{damaged}\n{result.Exception}");
            Assert.Empty(result.Diagnostics);
            complete += result.GeneratedSources.Length == 3 ? 1 : 0;
        }

        // Some of the damage is harmless, and most is not.
        Assert.InRange(complete, 1, Mutations - 1);
    }

    [Fact]
    public void Damaged_model_files_never_make_it_throw()
    {
        string text = Models.Text(Models.Random(Models.Shape("a", new GhostGruShape("ghost", 2, 4), new DenseShape("head", 4, 2)), labels: ["a", "b"]));
        CSharpCompilation compilation = Compilations.Create("[GhostGen.GhostModel(\"a.ghost.json\")] partial class Amp { }");
        var random = new Random(7);
        var file = new MemoryText("/app/a.ghost.json", text);
        GeneratorDriver driver = Generation.CreateDriver([file], Compilations.ParseOptions);
        for (int i = 0; i < 500; i++)
        {
            int start = random.Next(text.Length);
            string damaged = i % 2 == 0 ? text[..start] : text.Remove(start, 1).Insert(start, ((char)random.Next(' ', 0x3000)).ToString());
            var next = new MemoryText(file.Path, damaged);
            driver = driver.ReplaceAdditionalText(file, next).RunGenerators(compilation);
            file = next;
            GeneratorRunResult result = Assert.Single(driver.GetRunResult().Results);
            Assert.True(result.Exception is null, $"{damaged}\n{result.Exception}");
            if (result.GeneratedSources.Length != 2)
            {
                AssertStub(Assert.Single(result.GeneratedSources).SourceText.ToString());
            }
        }
    }

    private static Generation Run(string bad)
    {
        Generation generation = Generation.Of(
            Compilations.Create(bad, Good),
            SmallModel.At("/app/small.ghost.json"),
            new MemoryText("/app/broken.ghost.json", "{"),
            new MemoryText("/app/unreadable.ghost.json", null));
        Assert.Null(generation.Result.Exception);
        return generation;
    }

    private static void AssertStub(string text) => Assert.Contains("because there is an error in the model", text, StringComparison.Ordinal);
}
