using GhostGen.Generator.Tests.Support;
using GhostGen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace GhostGen.Generator.Tests.Emission;

/// <summary>Where something is wrong the analyzer says so and the generator writes nothing, for that class alone; it never throws.</summary>
public sealed class MistakeTests
{
    private const string Good = "[GhostGen.GhostModel, GhostGen.Gru(1, 2)] partial class Good { }";

    [Theory]
    [InlineData("[GhostGen.GhostModel, GhostGen.Gru(1, 8)] class Bad { }")]
    [InlineData("[GhostGen.GhostModel, GhostGen.Gru(1, -8)] partial class Bad { }")]
    [InlineData("[GhostGen.GhostModel, GhostGen.Gru(1, 8)] partial class Bad<T> { }")]
    [InlineData("[GhostGen.GhostModel, GhostGen.Gru(1, 8)] partial class Bad { void Step() { } }")]
    [InlineData("[GhostGen.GhostModel] partial class Bad { }")]
    [InlineData("[GhostGen.GhostModel(\"missing.ghost.json\")] partial class Bad { }")]
    [InlineData("[GhostGen.GhostModel(\"broken.ghost.json\")] partial class Bad { }")]
    [InlineData("[GhostGen.GhostModel(\"unreadable.ghost.json\")] partial class Bad { }")]
    [InlineData("[GhostGen.GhostModel(\"small.ghost.json\"), GhostGen.Dense(2, 7)] partial class Bad { }")]
    [InlineData("[GhostGen.GhostModel(null)] partial class Bad { }")]
    [InlineData("[GhostGen.GhostModel(Missing)] partial class Bad { }")]
    public void A_class_with_a_mistake_yields_nothing_and_the_others_all_they_are(string bad)
    {
        Generation generation = Generation.Of(
            Compilations.Create(bad, Good),
            SmallModel.At("/app/small.ghost.json"),
            new MemoryText("/app/broken.ghost.json", "{"),
            new MemoryText("/app/unreadable.ghost.json", null));
        Assert.Null(generation.Result.Exception);
        Assert.Equal(["Good.g.cs"], generation.Texts.Keys);
    }

    [Fact]
    public void Two_files_of_one_name_yield_nothing()
    {
        Generation generation = Generation.Of(
            "[GhostGen.GhostModel(\"small.ghost.json\")] partial class Bad { }", SmallModel.At("/app/a/small.ghost.json"), SmallModel.At("/app/b/small.ghost.json"));
        Assert.Null(generation.Result.Exception);
        Assert.Empty(generation.Texts);
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
            Assert.True(result.GeneratedSources.Length is 0 or 2, damaged);
        }
    }
}
