using System.Reflection;
using GhostGen.Generator.Tests.Support;
using GhostGen.Modeling;
using Microsoft.CodeAnalysis;
using Xunit;

namespace GhostGen.Generator.Tests.Emission;

/// <summary>Where a model has a mistake, whatever uses its class compiles all the same, and the mistake is all that is reported.</summary>
public sealed class StubTests
{
    /// <summary>A mistake of a model, and the class with it.</summary>
    public static TheoryData<string, string> Mistakes => new()
    {
        { "GHOST020", "[GhostGen.GhostModel]" },
        { "GHOST022", "[GhostGen.GhostModel, GhostGen.Gru(1, 2)] sealed partial class Amp { } [GhostGen.Dense(2)]" },
        { "GHOST023", "[GhostGen.GhostModel, GhostGen.Gru(2)]" },
        { "GHOST024", "[GhostGen.GhostModel, GhostGen.Gru(1, 2), GhostGen.Dense(3, 4)]" },
        { "GHOST025", "[GhostGen.GhostModel, GhostGen.Gru(1, 2, Name = \"a b\")]" },
        { "GHOST026", "[GhostGen.GhostModel, GhostGen.Gru(1, 2, Name = \"a\"), GhostGen.Gru(2, Name = \"a\")]" },
        { "GHOST030", "[GhostGen.GhostModel, GhostGen.Gru(1, -2)]" },
        { "GHOST031", "[GhostGen.GhostModel, GhostGen.GhostGru(1, 2, Ratio = 0.5)]" },
        { "GHOST034", "[GhostGen.GhostModel, GhostGen.Gru(1, 2, CandidateActivation = GhostGen.Activation.Softmax)]" },
        { "GHOST037", "[GhostGen.GhostModel(Accuracy = (GhostGen.ActivationAccuracy)7), GhostGen.Gru(1, 2)]" },
        { "GHOST038", "[GhostGen.GhostModel(\"small.ghost.json\", Precision = (GhostGen.Precision)70)]" },
        { "GHOST040", "[GhostGen.GhostModel(\"\")]" },
        { "GHOST040", "[GhostGen.GhostModel(null!)]" },
        { "GHOST041", "[GhostGen.GhostModel(\"missing.ghost.json\")]" },
        { "GHOST041", "[GhostGen.GhostModel(\"missing.ghost.json\"), GhostGen.Gru(1, 2)]" },
        { "GHOST042", "[GhostGen.GhostModel(\"twice.ghost.json\")]" },
        { "GHOST043", "[GhostGen.GhostModel(\"small.ghost.json\"), GhostGen.Dense(2, 7)]" },
        { "GHOST043", "[GhostGen.GhostModel(\"small.ghost.json\"), GhostGen.Dense(2, 1), GhostGen.Dense(1)]" },
    };

    /// <summary>A defect of a model file, and the file with it.</summary>
    public static TheoryData<string, string> Defects => new()
    {
        { "GHOST104", "{" },
        { "GHOST104", SmallModel.Text[..^30] },
        { "GHOST103", "version https://git-lfs.github.com/spec/v1" },
        { "GHOST109", SmallModel.Text.Replace("ghostgen/1", "ghostgen/9", StringComparison.Ordinal) },
        { "GHOST118", SmallModel.Text.Replace("\"dense\"", "\"lstm\"", StringComparison.Ordinal) },
        { "GHOST126", SmallModel.Text.Replace("[1, 2]", "[2, 1]", StringComparison.Ordinal) },
        { "GHOST130", SmallModel.Text.Replace("AAAAPw==", "AADAfw==", StringComparison.Ordinal) },
        { "GHOST132", SmallModel.Text.Replace("\"input\": 2,", "\"input\": 2, \"normalization\": { \"mean\": [1] },", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_all_that_is_reported(string id, string attributes) => Assert.Equal([id], await Reported(attributes, StubCase.Files));

    [Theory]
    [MemberData(nameof(Defects))]
    public async Task A_defect_of_the_file_is_all_that_is_reported(string id, string text)
    {
        Assert.Equal([id], await Reported("[GhostGen.GhostModel(\"amp.ghost.json\")]", [new MemoryText("/app/amp.ghost.json", text)]));
        Assert.Equal([id], await Reported("[GhostGen.GhostModel(\"amp.ghost.json\"), GhostGen.Dense(2, 1)]", [new MemoryText("/app/amp.ghost.json", text)]));
    }

    [Fact]
    public async Task Too_many_weights_are_all_that_is_reported()
    {
        MemoryText file = Models.File("/app/large.ghost.json", Models.Filled(Models.Shape("a", new DenseShape("dense", 1_000_000, 4)), static _ => 0));
        Generation generation = Generate("[GhostGen.GhostModel(\"large.ghost.json\")]", StubCase.Compiled, [file]);
        Assert.Contains("InputSize = 1000000;", generation.Texts["Amp.g.cs"], StringComparison.Ordinal);
        Assert.Equal(["GHOST044"], await Ids(generation, [file]));
    }

    [Fact]
    public async Task Several_mistakes_are_all_reported()
    {
        const string Attributes = "[GhostGen.GhostModel, GhostGen.Gru(1, -2), GhostGen.Dense(-3), GhostGen.Dense(3, Name = \"a b\")]";
        Assert.Equal(["GHOST030", "GHOST030", "GHOST025"], await Reported(Attributes, []));
        string text = Generate(Attributes, StubCase.Loaded, []).Texts["Amp.g.cs"];
        Assert.Contains("//       GHOST030: A layer's size is out of range.\n//       GHOST025: A layer's name is not valid.\n//\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_leaves_the_compilers_error_alone()
    {
        string text = Generate("[GhostGen.GhostModel(\"amp.ghost.json\")]", StubCase.Compiled, [new MemoryText("/app/amp.ghost.json", null)]).Texts["Amp.g.cs"];
        Assert.Contains("Its file cannot be read. The compiler says why.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("GHOST0", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[GhostGen.GhostModel, GhostGen.Gru(1, 2)]", "[GhostGen.GhostModel, GhostGen.Gru(1, 0)]")]
    [InlineData("[GhostGen.GhostModel(\"small.ghost.json\")]", "[GhostGen.GhostModel(\"missing.ghost.json\")]")]
    public void The_members_are_those_of_a_model(string right, string wrong)
    {
        string[] members = Surface(right);
        Assert.Contains("Amp.Step(System.ReadOnlySpan<float>, System.Span<float>)  void", members);
        Assert.Equal(members, Surface(wrong));
    }

    [Theory]
    [InlineData("[GhostGen.GhostModel(\"missing.ghost.json\"), GhostGen.Gru(3, 5), GhostGen.Dense(4)]", 3, 4, 5)]
    [InlineData("[GhostGen.GhostModel(\"small.ghost.json\"), GhostGen.Gru(3, 5), GhostGen.Dense(4)]", 3, 4, 5)]
    [InlineData("[GhostGen.GhostModel(\"\"), GhostGen.Dense(3, 4)]", 3, 4, 0)]
    [InlineData("[GhostGen.GhostModel(\"missing.ghost.json\")]", 1, 1, 1)]
    public void Sizes_are_what_is_known(string attributes, int input, int output, int state)
    {
        Type type = Generate(attributes, "", StubCase.Files).Load().GetType("Amp", throwOnError: true)!;
        Assert.Equal([input, output, state], ((string[])["InputSize", "OutputSize", "StateSize"]).Select(name => (int)type.GetField(name)!.GetRawConstantValue()!));
    }

    [Fact]
    public void Every_member_throws()
    {
        Assembly assembly = Generate(
            "[GhostGen.GhostModel(\"missing.ghost.json\")]",
            """
            internal static class Uses
            {
                internal static readonly System.Action[] All =
                [
                    static () => new Amp().Step([1], new float[1]),
                    static () => new Amp().Run([1], new float[1]),
                    static () => new Amp().Reset(),
                    static () => new Amp().State.Clear(),
                    static () => System.Console.WriteLine(Amp.Info),
                    static () => System.Console.WriteLine(((GhostGen.IStreamingModel)new Amp()).Info),
                    static () => new Amp.Batch(8).Reset(),
                ];
            }
            """,
            []).Load();
        var uses = (Action[])assembly.GetType("Uses", throwOnError: true)!.GetField("All", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        Assert.All(uses, static use => Assert.Equal("Amp has not been compiled, because there is an error in its model: GHOST041.", Assert.Throws<InvalidOperationException>(use).Message));
    }

    [Fact]
    public void Loading_throws()
    {
        Assembly assembly = Generate(
            "[GhostGen.GhostModel]",
            """
            internal static class Uses
            {
                internal static readonly System.Action[] All =
                [
                    static () => new Amp(null!),
                    static () => Amp.LoadWeights(null!),
                    static () => Amp.Load("kws.ghost.json"),
                    static () => Amp.Load(System.IO.Stream.Null),
                    static () => Amp.Load(""u8),
                    static () => Amp.Load((GhostGen.Manifests.ModelManifest)null!),
                    static () => new Amp.Batch(null!, 8),
                ];
            }
            """,
            []).Load();
        var uses = (Action[])assembly.GetType("Uses", throwOnError: true)!.GetField("All", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        Assert.All(uses, static use => Assert.Contains("GHOST020", Assert.Throws<InvalidOperationException>(use).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Stubs_and_models_whose_names_differ_only_in_case_are_numbered_together() => Assert.Equal(
        ["AMP.g.cs", "Amp-2.g.cs", "amp-3.Weights.g.cs", "amp-3.g.cs"],
        Generation.Of(
            "[GhostGen.GhostModel] partial class AMP { } [GhostGen.GhostModel(\"missing\")] partial class Amp { } [GhostGen.GhostModel(\"small.ghost.json\")] partial class @amp { }",
            [.. StubCase.Files]).AssertClean().Texts.Keys);

    [Theory]
    [MemberData(nameof(HostileNameTests.Sources), MemberType = typeof(HostileNameTests))]
    public void Whatever_things_are_called_it_compiles(string source)
    {
        int classes = source.Count(static c => c == '#');
        foreach (string attribute in (string[])["[global::GhostGen.GhostModel]", "[global::GhostGen.GhostModel(\"\\\"\\r\\n*/\\u2028\")]"])
        {
            Assert.Equal(classes, Generation.Of(source.Replace("#", attribute, StringComparison.Ordinal)).AssertClean().Texts.Count);
        }
    }

    private static async Task<IEnumerable<string>> Reported(string attributes, IReadOnlyList<AdditionalText> files)
    {
        bool loads = !attributes.Contains("GhostModel(\"", StringComparison.Ordinal) && !attributes.Contains("null!", StringComparison.Ordinal);
        return await Ids(Generate(attributes, loads ? StubCase.Loaded : StubCase.Compiled, files), files);
    }

    /// <summary>All errors and warnings there are, the compiler's too.</summary>
    private static async Task<IEnumerable<string>> Ids(Generation generation, IReadOnlyList<AdditionalText> files) =>
        (await Analysis.Run(generation.Compilation, files)).Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(static diagnostic => diagnostic.Id);

    private static Generation Generate(string attributes, string uses, IReadOnlyList<AdditionalText> files)
    {
        Generation generation = Generation.Of($"/** <summary>A</summary> */ {attributes} public sealed partial class Amp {{ }}\n{uses}", [.. files]).AssertClean();
        Assert.Equal("Amp.g.cs", Assert.Single(generation.Texts.Keys));
        return generation;
    }

    private static string[] Surface(string attributes)
    {
        Compilation compilation = Generation.Of($"{attributes} partial class Amp {{ }}", [.. StubCase.Files]).AssertClean().Compilation;
        INamedTypeSymbol type = compilation.Type("Amp");
        return
        [
            .. ((INamedTypeSymbol[])[type, .. type.GetTypeMembers("Batch")]).SelectMany(static part => part.GetMembers()
                .Where(static member => member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected)
                .Select(static member => $"{member.ToDisplayString()} {(member as IPropertySymbol)?.Type} {(member as IMethodSymbol)?.ReturnType}".TrimEnd())
                .Prepend($"{part.ToDisplayString()} : {part.BaseType}, {string.Join(", ", part.AllInterfaces)}")
                .Order(StringComparer.Ordinal)),
        ];
    }
}
