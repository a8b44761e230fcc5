using GhostGen.Generator.Emission;
using GhostGen.Generator.Parsing;
using GhostGen.Generator.Planning;
using GhostGen.Generator.Tests.Support;
using GhostGen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace GhostGen.Generator.Tests.Parsing;

/// <summary>The parser forbids exactly the names that are generated, and does not take generated members for the user's.</summary>
public sealed class GeneratedMembersTests
{
    private static readonly ModelShape Shape = new("amp", new Sequence<LayerShape>([new GhostGruShape("ghost_gru0", 3, 8), new DenseShape("dense1", 8, 2)]));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_names_are_those_of_the_members_that_are_written(bool loadsWeights)
    {
        IEnumerable<string> written = Emit(loadsWeights, loadsWeights ? null : "amp.ghost.json")
            .SelectMany(static text => CSharpSyntaxTree.ParseText(text, Compilations.ParseOptions).GetRoot().DescendantNodes())
            .OfType<ClassDeclarationSyntax>()
            .Where(static part => part.Identifier.ValueText == "Amp")
            .SelectMany(static part => part.Members)
            .SelectMany(Names);
        Assert.Equal(GeneratedMembers.Names(loadsWeights).Order(), written.Distinct().Order());
    }

    [Theory]
    [InlineData("[GhostModel, GhostGru(3, 8), Dense(2)] partial class Amp { public Amp(int x) : this(LoadWeights(null!)) => System.Console.WriteLine(x); }")]
    [InlineData("[GhostModel(\"small.ghost.json\")] partial class Amp { public Amp(int x) => System.Console.WriteLine(x); }")]
    public async Task Members_that_the_generator_wrote_are_not_the_users(string source)
    {
        MemoryText[] files = [SmallModel.At("/app/small.ghost.json")];
        CSharpGeneratorDriver.Create([new ModelGenerator().AsSourceGenerator()], files, Compilations.ParseOptions, MemoryOptions.Empty)
            .RunGeneratorsAndUpdateCompilation(Compilations.Create("using GhostGen; " + source), out Compilation compilation, out _, TestContext.Current.CancellationToken);
        Assert.NotEmpty(compilation.Type("Amp").GetMembers("Step"));
        Assert.Empty(await Analysis.Run(compilation, files));
    }

    [Fact]
    public void The_same_members_in_another_file_are_the_users_who_copied_them()
    {
        SyntaxTree copy = CSharpSyntaxTree.ParseText(Emit(loadsWeights: true, file: null)[0], Compilations.ParseOptions, "/app/Amp.cs");
        Compilation compilation = Compilations.Create("using GhostGen; [GhostModel, GhostGru(3, 8), Dense(2)] partial class Amp { }").AddSyntaxTrees(copy);
        Assert.NotEmpty(ClassParser.Parse(compilation.Type("Amp"), CancellationToken.None).Findings);
    }

    private static List<string> Emit(bool loadsWeights, string? file)
    {
        var userClass = new UserClass("", new Sequence<string>([]), "Amp", file);
        KernelPlan plan = Planner.Plan(Shape, hasWeights: !loadsWeights);
        List<string> texts = [ModelEmitter.Emit(userClass, plan, new Sequence<string>([]))];
        if (!loadsWeights)
        {
            texts.Add(WeightsEmitter.Emit(userClass, plan, Models.Filled(Shape, static _ => 0)));
        }

        return texts;
    }

    private static IEnumerable<string> Names(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(static variable => variable.Identifier.ValueText),
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        MethodDeclarationSyntax method => [method.Identifier.ValueText],
        BaseTypeDeclarationSyntax type => [type.Identifier.ValueText],
        ConstructorDeclarationSyntax => [],
        _ => throw new NotSupportedException($"A {member.Kind()} is generated, and this test does not know its name."),
    };
}
