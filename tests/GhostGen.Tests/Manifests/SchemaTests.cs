using System.Reflection;
using System.Text.Json;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Tests.Manifests;

/// <summary>The JSON Schema says what the reader does: the same names, spellings, defaults and bounds.</summary>
public sealed class SchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllBytes(Documentation.PathOf("ghost-model.schema.json"))).RootElement;
    private static readonly JsonElement Definitions = Schema.GetProperty("$defs");

    public static TheoryData<string> Kinds => [.. ManifestWords.Kinds];

    [Fact]
    public void The_document_has_the_readers_members() => AssertMembers(Schema, ManifestWords.DocumentMembers, ["format", "name", "input", "layers", "tensors"]);

    [Fact]
    public void The_normalization_has_the_readers_members()
    {
        JsonElement normalization = Schema.GetProperty("properties").GetProperty("normalization");
        Assert.Equal(ManifestWords.NormalizationMembers, normalization.GetProperty("properties").EnumerateObject().Select(static property => property.Name));
        Assert.Equal(1, normalization.GetProperty("minProperties").GetInt32());
        Assert.False(normalization.GetProperty("additionalProperties").GetBoolean());
    }

    [Fact]
    public void A_tensor_has_the_readers_members() => AssertMembers(Definitions.GetProperty("tensor"), ManifestWords.TensorMembers, ManifestWords.TensorMembers);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_layer_has_the_readers_members(string kind)
    {
        AssertMembers(Definitions.GetProperty(kind), ManifestWords.LayerMembers(kind)!, ["kind", kind == "dense" ? "units" : "hidden"]);
        Assert.Equal(kind, Definitions.GetProperty(kind).GetProperty("properties").GetProperty("kind").GetProperty("const").GetString());
    }

    [Fact]
    public void The_kinds_of_layers_are_the_readers() => Assert.Equal(
        ManifestWords.Kinds.Select(static kind => $"#/$defs/{kind}"),
        Schema.GetProperty("properties").GetProperty("layers").GetProperty("items").GetProperty("oneOf").EnumerateArray().Select(static item => item.GetProperty("$ref").GetString()));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_reader_accepts_exactly_the_choices_of_the_schema(string kind)
    {
        string[] spellings = [.. ManifestWords.Activations, .. ManifestWords.ResetForms, .. ManifestWords.CheapMaps, "other"];
        foreach (JsonProperty option in Options(kind).Where(static option => option.Value.TryGetProperty("enum", out _)))
        {
            string?[] allowed = [.. option.Value.GetProperty("enum").EnumerateArray().Select(static item => item.GetString())];
            foreach (string spelling in spellings)
            {
                Assert.Equal(allowed.Contains(spelling), Accepts(kind, $"\"{option.Name}\": \"{spelling}\""));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_default_of_the_schema_is_the_same_as_leaving_the_option_out(string kind)
    {
        ModelShape terse = Read(kind, "");
        foreach (JsonProperty option in Options(kind))
        {
            bool hasDefault = option.Name is not ("kind" or "name" or "hidden" or "units" or "input_range");
            Assert.Equal(hasDefault, option.Value.TryGetProperty("default", out JsonElement value));
            if (hasDefault)
            {
                Assert.Equal(terse, Read(kind, $"\"{option.Name}\": {value.GetRawText()}"));
            }
        }
    }

    [Fact]
    public void Bounds_are_the_readers()
    {
        JsonElement size = Definitions.GetProperty("size");
        Assert.Equal((1, ShapeLimits.LargestSize), (size.GetProperty("minimum").GetInt32(), size.GetProperty("maximum").GetInt32()));
        JsonElement ratio = Definitions.GetProperty("ghost_gru").GetProperty("properties").GetProperty("ratio");
        Assert.Equal((1, ShapeLimits.LargestRatio), (ratio.GetProperty("minimum").GetDouble(), ratio.GetProperty("maximum").GetDouble()));
        JsonElement range = Definitions.GetProperty("inputRange");
        Assert.Equal((ShapeLimits.LeastInputRange, ShapeLimits.LargestInputRange), (range.GetProperty("minimum").GetSingle(), range.GetProperty("maximum").GetSingle()));
        Assert.All(ManifestWords.Kinds, static kind => Assert.Equal("#/$defs/inputRange", Definitions.GetProperty(kind).GetProperty("properties").GetProperty("input_range").GetProperty("$ref").GetString()));
        Assert.Equal(ShapeLimits.MostLayers, Schema.GetProperty("properties").GetProperty("layers").GetProperty("maxItems").GetInt32());
        Assert.Equal($"{ManifestWords.FormatName}/{ManifestWords.FormatVersion}", Schema.GetProperty("properties").GetProperty("format").GetProperty("const").GetString());
        Assert.Equal(ManifestWords.Float32, Definitions.GetProperty("tensor").GetProperty("properties").GetProperty("dtype").GetProperty("const").GetString());
    }

    [Theory]
    [InlineData("a")]
    [InlineData("_9Z")]
    [InlineData("")]
    [InlineData("9a")]
    [InlineData("a.b")]
    [InlineData("é")]
    [InlineData("a-b")]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg")]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg")]
    public void Names_of_layers_follow_one_rule(string name)
    {
        string pattern = Definitions.GetProperty("layerName").GetProperty("pattern").GetString()!;
        Assert.Equal(LayerName.IsValid(name), System.Text.RegularExpressions.Regex.IsMatch(name, pattern));
    }

    [Fact]
    public void Names_of_tensors_are_those_of_the_layers()
    {
        string pattern = Schema.GetProperty("properties").GetProperty("tensors").GetProperty("patternProperties").EnumerateObject().Single().Name;
        IEnumerable<string> names = typeof(TensorNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (string)field.GetRawConstantValue()!);
        string alternatives = pattern[(pattern.LastIndexOf('(') + 1)..pattern.LastIndexOf(')')];
        Assert.Equal(names.Order(StringComparer.Ordinal), alternatives.Split('|').Order(StringComparer.Ordinal));
    }

    private static void AssertMembers(JsonElement schema, string[] members, string[] required)
    {
        Assert.Equal(members, schema.GetProperty("properties").EnumerateObject().Select(static property => property.Name));
        Assert.Equal(required, schema.GetProperty("required").EnumerateArray().Select(static item => item.GetString()));
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
    }

    private static JsonElement.ObjectEnumerator Options(string kind) => Definitions.GetProperty(kind).GetProperty("properties").EnumerateObject();

    private static bool Accepts(string kind, string option)
    {
        try
        {
            return Read(kind, option) is not null;
        }
        catch (ModelFileException exception)
        {
            Assert.Equal(ModelDefect.OptionOutOfRange, exception.Defect);
            return false;
        }
    }

    /// <summary>The shape of a file whose only layer has one option; whatever the option, the tensors fit.</summary>
    private static ModelShape Read(string kind, string option)
    {
        string size = kind == "dense" ? "units" : "hidden";
        string head = $"{{\"format\": \"ghostgen/1\", \"name\": \"x\", \"input\": 1, \"layers\": [{{\"kind\": \"{kind}\", \"name\": \"x\", \"{size}\": 2{(option.Length > 0 ? ", " : "")}{option}}}], \"tensors\": {{";
        var tensors = new List<string>();
        while (true)
        {
            try
            {
                return SmallModel.Read(head + string.Join(", ", tensors) + "}}").Shape;
            }
            catch (ModelFileException exception) when (exception.Defect == ModelDefect.MissingTensor)
            {
                string shape = exception.Reason[exception.Reason.LastIndexOf('[')..^1];
                int count = shape[1..^1].Split(", ").Aggregate(1, static (product, part) => product * int.Parse(part, System.Globalization.CultureInfo.InvariantCulture));
                tensors.Add($"\"{exception.Tensor}\": {{\"dtype\": \"F32\", \"shape\": {shape}, \"data\": \"{Convert.ToBase64String(new byte[4 * count])}\"}}");
            }
        }
    }
}
