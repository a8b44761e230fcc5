using System.Text;
using GhostGen.Manifests;
using Xunit;

namespace GhostGen.Tests.Manifests;

/// <summary>What docs/model-format.md shows is what the code does: its example is a model file, and its messages are the reader's.</summary>
public sealed class FormatDocumentTests
{
    private static readonly string Document = File.ReadAllText(Documentation.PathOf("model-format.md")).ReplaceLineEndings("\n");

    /// <summary>For each defect, the smallest change of the example that has it.</summary>
    private static readonly Dictionary<ModelDefect, Func<byte[]>> Examples = new()
    {
        [ModelDefect.InvalidEncoding] = static () => [(byte)'{', 0xFF],
        [ModelDefect.NotJson] = Replaced("\"input\": 3", "\"input\": 3 // MFCC"),
        [ModelDefect.Truncated] = static () => Bytes(SmallModel.Text[..500]),
        [ModelDefect.TrailingData] = static () => Bytes(SmallModel.Text + "{}"),
        [ModelDefect.TooDeep] = Replaced("\"source\": \"test\"", $"\"source\": {new string('[', 20)}{new string(']', 20)}"),
        [ModelDefect.NotAnObject] = static () => Bytes("[]"),
        [ModelDefect.UnknownFormat] = Replaced("\"ghostgen/1\"", "\"onnx\""),
        [ModelDefect.UnsupportedVersion] = Replaced("\"ghostgen/1\"", "\"ghostgen/2\""),
        [ModelDefect.MissingMember] = Replaced("  \"input\": 3,\n", ""),
        [ModelDefect.UnknownMember] = Replaced("\"activation\": \"relu\"", "\"units\": 2"),
        [ModelDefect.DuplicateMember] = Replaced("\"input\": 3", "\"input\": 3, \"input\": 4"),
        [ModelDefect.WrongType] = Replaced("\"input\": 3", "\"input\": \"3\""),
        [ModelDefect.SizeOutOfRange] = Replaced("\"input\": 3", "\"input\": 0"),
        [ModelDefect.NoLayers] = static () => Bytes("{\"format\": \"ghostgen/1\", \"name\": \"x\", \"input\": 1, \"layers\": [], \"tensors\": {}}"),
        [ModelDefect.TooManyLayers] = Replaced("\"layers\": [", "\"layers\": [" + string.Concat(Enumerable.Repeat("{\"kind\": \"dense\", \"units\": 3},", 256))),
        [ModelDefect.TooManyParameters] = Replaced("\"hidden\": 4", "\"hidden\": 1000000"),
        [ModelDefect.UnknownKind] = Replaced("\"kind\": \"gru\"", "\"kind\": \"lstm\""),
        [ModelDefect.OptionOutOfRange] = Replaced("\"cheap\": \"dense\"", "\"cheap\": \"sparse\""),
        [ModelDefect.BadLayerName] = Replaced("\"name\": \"gru1\"", "\"name\": \"gru-1\""),
        [ModelDefect.DuplicateLayerName] = Replaced("\"name\": \"gru1\"", "\"name\": \"ghost_gru0\""),
        [ModelDefect.LabelCountMismatch] = Replaced("[\"yes\", \"no\"]", "[\"yes\"]"),
        [ModelDefect.MissingTensor] = Replaced("\"gru1.weight_hh\": {", "\"gru1.weight_hx\": {"),
        [ModelDefect.UnknownTensor] = Replaced("\"gru1.weight_hh\": {", "\"gru1.bias_hh\": {}, \"gru1.weight_hh\": {"),
        [ModelDefect.WrongElementType] = Replaced("\"dtype\": \"F32\", \"shape\": [6, 3]", "\"dtype\": \"F16\", \"shape\": [6, 3]"),
        [ModelDefect.WrongTensorShape] = Replaced("\"shape\": [6, 3]", "\"shape\": [3, 6]"),
        [ModelDefect.WrongDataLength] = static () => Data(static data => data[4..]),
        [ModelDefect.NotBase64] = static () => Data(static data => "-" + data[1..]),
        [ModelDefect.NonCanonicalBase64] = static () => Data(static data => data[..^2] + (char)(data[^2] + 1) + "="),
        [ModelDefect.NotANumber] = static () => Data(static _ => Base64(0f, float.NaN)),
        [ModelDefect.NormalizationCountMismatch] = Replaced("\"mean\": [0.5, -1.25, 8]", "\"mean\": [0.5]"),
        [ModelDefect.NormalizationOutOfRange] = Replaced("\"scale\": [2, 0.25, 0.125]", "\"scale\": [2, 1e999, 0.125]"),
        [ModelDefect.InfiniteValue] = static () => Data(static _ => Base64(float.NegativeInfinity, 0f)),
    };

    public static TheoryData<ModelDefect> Defects => [.. Enum.GetValues<ModelDefect>()];

    [Fact]
    public void The_example_is_what_the_writer_writes() =>
        Assert.Contains($"```json\n{SmallModel.Text}```\n", Document, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Defects))]
    public void Each_defect_is_there_with_the_readers_message(ModelDefect defect)
    {
        ModelFileException exception = defect == ModelDefect.FileTooLarge
            ? ManifestReader.TooLarge(SmallModel.FileName, 600_000_000)
            : Assert.Throws<ModelFileException>(() => ManifestReader.Read(Examples[defect](), SmallModel.FileName));
        Assert.Equal(defect, exception.Defect);
        Assert.Contains($"| `{defect}` | {exception.Message.Replace("|", "\\|", StringComparison.Ordinal)} |\n", Document, StringComparison.Ordinal);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static Func<byte[]> Replaced(string old, string replacement) => () => Bytes(SmallModel.Replace(old, replacement));

    private static byte[] Data(Func<string, string> change)
    {
        string data = SmallModel.DataOf("dense2.bias");
        return Bytes(SmallModel.Replace(data, change(data)));
    }

    private static string Base64(params float[] values) => Convert.ToBase64String(values.SelectMany(BitConverter.GetBytes).ToArray());
}
