extern alias runtime;

using System.Globalization;
using System.Reflection;
using GhostGen.Generator.Parsing;
using GhostGen.Generator.Tests.Support;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Generator.Tests.Parsing;

public sealed class ClassParserTests
{
    [Fact]
    public void Layers_apply_in_source_order()
    {
        ModelShape shape = Shape("[Gru(3, 8)] [GhostModel, GhostGru(9), Dense(9, 4)] [Dense(2)]");
        Assert.Equal("Amp", shape.Name);
        Assert.Equal(
            [new GruShape("gru0", 3, 8), new GhostGruShape("ghost_gru1", 8, 9), new DenseShape("dense2", 9, 4), new DenseShape("dense3", 4, 2)],
            shape.Layers);
    }

    [Fact]
    public void Every_option_of_a_ghost_layer_is_read() => Assert.Equal(
        new GhostGruShape("first", 10, 12)
        {
            Ratio = 1.5,
            Cheap = CheapMap.Grouped,
            Groups = 4,
            CheapActivation = Activation.Relu,
            CheapBias = false,
            Reset = ResetForm.BeforeProduct,
            InputRange = 2.5f,
        },
        Shape("[GhostModel, GhostGru(10, 12, Name = \"first\", Ratio = 1.5, Cheap = CheapMap.Grouped, Groups = 4, CheapActivation = Activation.Relu, CheapBias = false, Reset = ResetForm.BeforeProduct, InputRange = 2.5f)]").Layers[0]);

    [Fact]
    public void Every_option_of_a_plain_layer_is_read() => Assert.Equal(
        new GruShape("first", 10, 12) { Reset = ResetForm.BeforeProduct, CandidateActivation = Activation.Relu, InputRange = 3 },
        Shape("[GhostModel, Gru(hidden: 12, input: 10, Name = \"first\", Reset = ResetForm.BeforeProduct, CandidateActivation = Activation.Relu, InputRange = 3)]").Layers[0]);

    [Fact]
    public void Every_option_of_a_dense_layer_is_read() => Assert.Equal(
        new DenseShape("first", 10, 12) { Activation = Activation.Softmax, Bias = false, InputRange = 0.75f },
        Shape("[GhostModel, Dense(10, 12, Name = \"first\", Activation = Activation.Softmax, Bias = false, InputRange = 0.75f)]").Layers[0]);

    [Fact]
    public void Constants_of_the_users_own_are_read() => Assert.Equal(
        new GhostGruShape("ghost_gru0", 40, 80) { Ratio = 4 },
        Shape("[GhostModel, GhostGru(Amp.Bands, 2 * Amp.Bands, Ratio = Amp.Ratio)]", "public const int Bands = 40; public const int Ratio = 4;").Layers[0]);

    [Theory]
    [InlineData(typeof(runtime::GhostGen.GhostGruAttribute), typeof(GhostGruShape))]
    [InlineData(typeof(runtime::GhostGen.GruAttribute), typeof(GruShape))]
    [InlineData(typeof(runtime::GhostGen.DenseAttribute), typeof(DenseShape))]
    public void An_attribute_and_its_shape_have_the_same_options_and_defaults(Type attributeType, Type shapeType)
    {
        object attribute = Activator.CreateInstance(attributeType, 3, 8)!;
        object shape = Activator.CreateInstance(shapeType, "layer", 3, 8)!;
        PropertyInfo[] options = [.. attributeType.GetProperties().Where(static property => property.CanWrite && property.Name != nameof(LayerShape.Name))];
        Assert.NotEmpty(options);
        Assert.Equal(
            options.Select(static option => option.Name).Order(),
            shapeType.GetProperties().Where(static property => property.CanWrite).Select(static property => property.Name).Except(["Name", "InputSize", "Hidden", "Units"]).Order());

        // An attribute has no null: 0 says that no range is given.
        Assert.All(options, option => Assert.Equal(
            option.GetValue(attribute)!.ToString(),
            shapeType.GetProperty(option.Name)!.GetValue(shape)?.ToString() ?? (option.Name == nameof(LayerShape.InputRange) ? "0" : "null")));
    }

    [Fact]
    public void A_model_with_a_file_alone_has_no_shape_yet()
    {
        ParsedClass parsed = Parse("using GhostGen; [GhostModel(\"a/b.ghost.json\")] partial class Amp { }");
        Assert.Equal("a/b.ghost.json", parsed.Spec!.Class.File);
        Assert.Null(parsed.Spec.Shape);
    }

    [Fact]
    public void Equal_sources_give_equal_values_and_other_sources_do_not()
    {
        const string Source = "using GhostGen; namespace A; partial struct B { [GhostModel, GhostGru(10, 20), Dense(3)] partial class Amp { } }";
        ClassSpec spec = Parse(Source, "A.B+Amp").Spec!;
        Assert.Equal(spec, Parse("// another comment\n" + Source, "A.B+Amp").Spec);
        Assert.Equal(spec.GetHashCode(), Parse(Source, "A.B+Amp").Spec!.GetHashCode());
        Assert.NotEqual(spec, Parse(Source.Replace("20", "21", StringComparison.Ordinal), "A.B+Amp").Spec);
        Assert.NotEqual(spec, Parse(Source.Replace("struct", "class", StringComparison.Ordinal), "A.B+Amp").Spec);
    }

    [Theory]
    [InlineData("[GhostModel, Gru(1, \"x\")]")]
    [InlineData("[GhostModel(3), Gru(1, 8)]")]
    [InlineData("[GhostModel, Gru(Amp.InputSize, -8)]")]
    [InlineData("[Gru(1, 8)]")]
    [InlineData("[GhostModel, GhostModel, Gru(1, 8)]")]
    [InlineData("[GhostModel, Gru(1, 8)] partial class Amp { } [GhostModel]")]
    public void A_class_that_the_compiler_rejects_or_that_is_no_model_has_no_spec(string attributes) =>
        Assert.Null(Parse($"using GhostGen; {attributes} partial class Amp {{ }}").Spec);

    [Theory]
    [InlineData("class Amp { }")]
    [InlineData("partial class Amp { void Step() { } }")]
    [InlineData("partial class Amp { Amp() { } }")]
    public void A_class_of_which_no_other_part_can_be_written_has_no_spec(string declaration)
    {
        ParsedClass parsed = Parse($"using GhostGen; [GhostModel, Gru(1, 0)] {declaration}");
        Assert.Equal(2, parsed.Findings.Count);
        Assert.Null(parsed.Spec);
    }

    [Theory]
    [InlineData("[GhostModel, Gru(1, 0)]", "GHOST030")]
    [InlineData("[GhostModel, Gru(1)]", "GHOST023")]
    [InlineData("[GhostModel(null!), Gru(1, 8, Name = \"\")]", "GHOST040", "GHOST025")]
    public void A_spec_has_the_mistakes_of_its_model(string attributes, params string[] ids)
    {
        ParsedClass parsed = Parse($"using GhostGen; {attributes} partial class Amp {{ }}");
        Assert.Equal(ids, parsed.Spec!.Mistakes.Select(static mistake => mistake.Rule.Id));
        Assert.Equal(
            parsed.Findings.Select(static finding => finding.ToDiagnostic().GetMessage(CultureInfo.InvariantCulture)),
            parsed.Spec.Mistakes.Select(static mistake => mistake.ToDiagnostic().GetMessage(CultureInfo.InvariantCulture)));
    }

    private static ModelShape Shape(string attributes, string members = "")
    {
        ParsedClass parsed = Parse($"using GhostGen; {attributes} partial class Amp {{ {members} }}");
        Assert.Empty(parsed.Findings);
        return parsed.Spec!.Shape!;
    }

    private static ParsedClass Parse(string source, string metadataName = "Amp") =>
        ClassParser.Parse(Compilations.Create(source).Type(metadataName), CancellationToken.None);
}
