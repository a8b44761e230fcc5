extern alias runtime;

using System.Globalization;
using System.Text;
using GhostGen.Generator.Tests.Support;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace GhostGen.Generator.Tests.Emission;

/// <summary>The generated text compiles, and computes the same, under whatever options a user's project has. None of them allows unsafe code or has implicit usings.</summary>
public sealed class CompilerOptionTests
{
    private const string Source = """
        /** <summary>With numbers.</summary> */
        [GhostGen.GhostModel("small.ghost.json")]
        public sealed partial class Small { }

        /** <summary>With text.</summary> */
        [GhostGen.GhostModel("large.ghost.json")]
        public sealed partial class Large { }

        /** <summary>With weights from elsewhere.</summary> */
        [GhostGen.GhostModel, GhostGen.GhostGru(5, 47, Ratio = 1.5, Cheap = GhostGen.CheapMap.Diagonal), GhostGen.Dense(3, Activation = GhostGen.Activation.Softmax)]
        public sealed partial class Free { }
        """;

    private static readonly ModelManifest Small = Models.Random(Models.Shape("small", new GruShape("gru", 1, 7) { Reset = ResetForm.BeforeProduct, CandidateActivation = Activation.Relu }));

    private static readonly ModelManifest Large = Models.Random(Models.Shape(
        "large",
        new DenseShape("front", 3, 13) { Activation = Activation.Relu },
        new GhostGruShape("ghost", 13, 64) { Cheap = CheapMap.Grouped, Groups = 4 },
        new GhostGruShape("whole", 64, 33) { Reset = ResetForm.AfterWholeProduct },
        new DenseShape("head", 33, 12) { Activation = Activation.Softmax }));

    private static readonly AdditionalText[] Files = [Models.File("/app/small.ghost.json", Small), Models.File("/app/large.ghost.json", Large)];

    [Theory]
    [InlineData("public class Undocumented { }")]
    [InlineData("/** <summary>A <see cref=\"Missing\"/></summary> */ public class A { }")]
    [InlineData("class A { string a; }")]
    [InlineData("class @a { } class b { }")]
    public void The_check_for_warnings_sees_them(string source) => Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Generation.Of(source).AssertClean());

    /// <summary>C# 11 is the oldest that compiles it: the kernels are file-local types. A project for net10.0 has 14 unless it says otherwise.</summary>
    [Theory]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.CSharp14)]
    [InlineData(LanguageVersion.Preview)]
    public void It_compiles_as_an_older_language(LanguageVersion version) =>
        Assert.Equal(5, Generation.Of(Compilations.Strict(Source, version), Files).AssertClean().Texts.Count);

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Warnings)]
    [InlineData(NullableContextOptions.Annotations)]
    public void It_compiles_whatever_the_project_says_of_null(NullableContextOptions nullable)
    {
        CSharpCompilation compilation = Compilations.Strict(Source);
        Generation.Of(compilation.WithOptions(compilation.Options.WithNullableContextOptions(nullable)), Files).AssertClean();
    }

    [Fact]
    public void It_compiles_with_warnings_as_errors_when_optimised()
    {
        CSharpCompilation compilation = Compilations.Strict(Source);
        CSharpCompilationOptions options = compilation.Options
            .WithGeneralDiagnosticOption(ReportDiagnostic.Error)
            .WithOptimizationLevel(OptimizationLevel.Release);
        Generation.Of(compilation.WithOptions(options), Files).AssertClean().Load();
    }

    [Theory]
    [InlineData("Small")]
    [InlineData("Large")]
    public void Checked_arithmetic_computes_the_same(string name)
    {
        int[] reference = GeneratedModel.Bits(new runtime::GhostGen.Reference.ReferenceModel(RuntimeManifest(name == "Small" ? Small : Large)));
        foreach (bool checkOverflow in (bool[])[false, true])
        {
            System.Reflection.Assembly assembly = Generation.Of(Compilations.Strict(Source, checkOverflow: checkOverflow), Files).AssertClean().Load();
            Assert.Equal(reference, GeneratedModel.Bits(GeneratedModel.Create(assembly, name)));
        }
    }

    [Fact]
    public void Every_table_of_the_proof_compiles_without_a_warning()
    {
        // All shapes that the agreement tests run, as one program: each from attributes, which needs no weights.
        var source = new StringBuilder();
        foreach (runtime::GhostGen.Modeling.ModelShape shape in TestSupport.ModelTable.Shapes)
        {
            source.Append(CultureInfo.InvariantCulture, $"/** <summary>A</summary> */ [GhostGen.GhostModel]{string.Concat(shape.Layers.Select(AttributeText.Of))} public partial class M{shape.Name} {{ }}\n");
        }

        Generation generation = Generation.Of(source.ToString()).AssertClean();
        Assert.Equal(TestSupport.ModelTable.Shapes.Count, generation.Texts.Count);
    }

    private static runtime::GhostGen.Manifests.ModelManifest RuntimeManifest(ModelManifest manifest) =>
        runtime::GhostGen.ModelFile.Load(Encoding.UTF8.GetBytes(Models.Text(manifest)), "memory");
}
