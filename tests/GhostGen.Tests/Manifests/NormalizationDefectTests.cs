using GhostGen.Manifests;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Tests.Manifests;

/// <summary>What a normalization may not be, in a file and in code.</summary>
public sealed class NormalizationDefectTests
{
    private const string Written = "{ \"mean\": [0.5, -1.25, 8], \"scale\": [2, 0.25, 0.125] }";

    /// <summary>What stands in the place of the small model's normalization (with the marker where the defect is), the defect, words of the message, the index.</summary>
    public static TheoryData<string, ModelDefect, string, int?> Replacements => new()
    {
        { "§null", ModelDefect.WrongType, "the normalization is null; it has to be an object", null },
        { "§[1, 2, 3]", ModelDefect.WrongType, "the normalization is an array", null },
        { "§{ }", ModelDefect.MissingMember, "neither 'mean' nor 'scale'", null },
        { "{ §\"std\": [1, 2, 3] }", ModelDefect.UnknownMember, "'std', which does not exist; the members are mean and scale", null },
        { "{ \"mean\": [1, 2, 3], §\"mean\": [1, 2, 3] }", ModelDefect.DuplicateMember, "the normalization has two members 'mean'", null },
        { "{ \"mean\": §8 }", ModelDefect.WrongType, "a number as 'mean'; it has to be an array of numbers", null },
        { "{ \"mean\": [1, §null, 3] }", ModelDefect.WrongType, "null at index 1 of 'mean'; it has to be a number", 1 },
        { "{ \"scale\": [1, 2, §[3]] }", ModelDefect.WrongType, "an array at index 2 of 'scale'", 2 },
        { "{ \"mean\": §[] }", ModelDefect.NormalizationCountMismatch, "has 0 numbers as 'mean'; the model reads 3 values", null },
        { "{ \"scale\": §[1, 2] }", ModelDefect.NormalizationCountMismatch, "has 2 numbers as 'scale'", null },
        { "{ \"scale\": [1, 2, 3], \"mean\": §[1, 2, 3, 1e999] }", ModelDefect.NormalizationCountMismatch, "has 4 numbers as 'mean'", null },
        { "{ \"mean\": [1, 2, §1e999] }", ModelDefect.NormalizationOutOfRange, "1e999 at index 2 of 'mean'", 2 },
        { "{ \"scale\": [§-1e400, 2, 3] }", ModelDefect.NormalizationOutOfRange, "-1e400 at index 0 of 'scale'", 0 },
        { "{ \"scale\": [§0.00000000000000000000000000000000000000000000000000000000000000001, 2, 3] }", ModelDefect.NormalizationOutOfRange, "no finite number of double precision", 0 },
    };

    [Theory]
    [MemberData(nameof(Replacements))]
    public void A_damaged_normalization_is_refused_at_its_place(string replacement, ModelDefect defect, string words, int? index) =>
        SmallModel.AssertRefused(SmallModel.Replace(Written, replacement), defect, words, index: index);

    [Theory]
    [InlineData("{ \"scale\": [1, 2, 1e200] }", "weight_ih", 2, "makes element 2 (row 0, column 2) of tensor 'ghost_gru0.weight_ih' too large")]
    [InlineData("{ \"mean\": [0, 1e300, 0] }", "bias_ih", 0, "makes element 0 of tensor 'ghost_gru0.bias_ih' too large")]
    [InlineData("{ \"mean\": [1e40, 0, 0], \"scale\": [1, 1, 1] }", "bias_ih", 0, "'ghost_gru0.bias_ih'")]
    public void A_normalization_that_single_precision_cannot_take_is_refused(string normalization, string tensor, int index, string words) =>
        SmallModel.AssertRefused(SmallModel.Replace(Written, "§" + normalization), ModelDefect.NormalizationOutOfRange, words, "ghost_gru0", $"ghost_gru0.{tensor}", index);

    [Fact]
    public void Code_keeps_the_same_rules()
    {
        AssertRefused(new(null, null), "neither a mean nor a scale");
        AssertRefused(new(new([1, 2]), null), "has 2 numbers as mean; the model reads 3 values");
        AssertRefused(new(null, new([1, 2, 3, 4])), "has 4 numbers as scale");
        AssertRefused(new(new([1, double.NaN, 3]), null), "NaN at index 1 of mean");
        AssertRefused(new(new([1, 2, 3]), new([1, 2, double.NegativeInfinity])), "at index 2 of scale");
        AssertRefused(new(null, new([1, 2, 1e200])), "makes element 2 (row 0, column 2) of tensor 'ghost_gru0.weight_ih' too large");
    }

    [Fact]
    public void Zeros_and_extremes_that_fit_are_taken()
    {
        ModelManifest manifest = SmallModel.WithTexts(SmallModel.Manifest, [], [], new(new([0, -0d, 1e30]), new([0, double.Epsilon, -1e-30])));
        SmallModel.AssertSame(manifest, ManifestReader.Read(SmallModel.Write(manifest), "x"));
    }

    private static void AssertRefused(InputNormalization normalization, string words)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => SmallModel.WithTexts(SmallModel.Manifest, [], [], normalization));
        Assert.Contains(words, exception.Message, StringComparison.Ordinal);
        Assert.Equal("normalization", exception.ParamName);
    }
}
