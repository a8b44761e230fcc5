using GhostGen.Manifests;
using Xunit;

namespace GhostGen.Tests.Manifests;

/// <summary>A test for each defect: its kind, its place, whom it concerns, and what it says.</summary>
public sealed class DefectTests
{
    private const string InputWeights = "ghost_gru0.weight_ih";

    /// <summary>What is replaced by what (with the marker where the defect is), the defect, words of the message, layer, tensor.</summary>
    public static TheoryData<string, string, ModelDefect, string, string?, string?> Replacements => new()
    {
        { "\"input\": 3", "\"input\": §x", ModelDefect.NotJson, "not JSON", null, null },
        { "\"input\": 3,", "\"input\": 3, §// why\n", ModelDefect.NotJson, "not JSON", null, null },
        { "\"no\"]", "\"no\", §]", ModelDefect.NotJson, "not JSON", null, null },
        { "\"ghostgen/1\"", "§\"safetensors\"", ModelDefect.UnknownFormat, "'ghostgen/1' is expected", null, null },
        { "\"ghostgen/1\"", "§\"\"", ModelDefect.UnknownFormat, "the format is ''", null, null },
        { "\"ghostgen/1\"", "§\"ghostgen/2\"", ModelDefect.UnsupportedVersion, "'2'", null, null },
        { "\"ghostgen/1\"", "§\"ghostgen/01\"", ModelDefect.UnsupportedVersion, "'01'", null, null },
        { "\"ghostgen/1\",", "§\"ghostgen/2\", \"unknown\": 1,", ModelDefect.UnsupportedVersion, "'2'", null, null },
        { "\"ghostgen/1\"", "§1", ModelDefect.WrongType, "a number as 'format'; it has to be a string", null, null },
        { "\"name\": \"small\"", "\"name\": §null", ModelDefect.WrongType, "null as 'name'", null, null },
        { "\"input\": 3", "\"input\": §\"3\"", ModelDefect.WrongType, "a string as 'input'", null, null },
        { "\"input\": 3", "\"input\": §0", ModelDefect.SizeOutOfRange, "has 0 as 'input'", null, null },
        { "\"input\": 3", "\"input\": §-3", ModelDefect.SizeOutOfRange, "from 1 to 1048576", null, null },
        { "\"input\": 3", "\"input\": §3.0", ModelDefect.SizeOutOfRange, "3.0", null, null },
        { "\"input\": 3", "\"input\": §2147483648", ModelDefect.SizeOutOfRange, "2147483648", null, null },
        { "\"input\": 3", "\"input\": §1e999", ModelDefect.SizeOutOfRange, "1e999", null, null },
        { "\"input\": 3", "\"input\": 3, §\"extra\": [1]", ModelDefect.UnknownMember, "'extra', which does not exist; the members are format, name, input, normalization, layers, labels, metadata and tensors", null, null },
        { "\"input\": 3", "\"input\": 3, §\"Input\": 3", ModelDefect.UnknownMember, "'Input'", null, null },
        { "\"input\": 3", "\"input\": 3, §\"input\": 3", ModelDefect.DuplicateMember, "two members 'input'", null, null },
        { "\"input\": 3", "\"input\": 3, §\"\\u0069nput\": 3", ModelDefect.DuplicateMember, "two members 'input'", null, null },
        { "\"kind\": \"gru\"", "\"kind\": §\"lstm\"", ModelDefect.UnknownKind, "layer 2 of the list is of kind 'lstm'; the kinds are ghost_gru, gru and dense", null, null },
        { "\"kind\": \"gru\"", "\"kind\": §[]", ModelDefect.WrongType, "an array as 'kind'", null, null },
        { "{ \"kind\": \"gru\", ", "§{ ", ModelDefect.MissingMember, "no member 'kind'", null, null },
        { "{ \"kind\": \"gru\", ", "§null, { \"kind\": \"gru\", ", ModelDefect.WrongType, "layer 2 of the list is null; it has to be an object", null, null },
        { "\"name\": \"gru1\"", "\"name\": §\"gru.1\"", ModelDefect.BadLayerName, "'gru.1'", null, null },
        { "\"name\": \"gru1\"", "\"name\": §\"\"", ModelDefect.BadLayerName, "''", null, null },
        { "{ \"kind\": \"gru\", \"name\": \"gru1\"", "§{ \"kind\": \"gru\", \"name\": \"ghost_gru0\"", ModelDefect.DuplicateLayerName, "Two layers are called 'ghost_gru0'", "ghost_gru0", null },
        { "\"kind\": \"gru\", \"name\": \"gru1\", \"hidden\": 2", "\"kind\": \"gru\", \"name\": \"gru1\", \"hidden\": §0", ModelDefect.SizeOutOfRange, "layer 'gru1' has 0 as 'hidden'", "gru1", null },
        { "{ \"kind\": \"gru\", \"name\": \"gru1\", \"hidden\": 2", "§{ \"kind\": \"gru\", \"name\": \"gru1\"", ModelDefect.MissingMember, "layer 'gru1' has no member 'hidden'", "gru1", null },
        { "\"activation\": \"relu\"", "§\"ratio\": 2", ModelDefect.UnknownMember, "layer 'gru1' has a member 'ratio', which does not exist; the members are kind, name, hidden, reset, activation and input_range", "gru1", null },
        { "\"activation\": \"relu\"", "\"activation\": §\"sigmoid\"", ModelDefect.OptionOutOfRange, "choose tanh or relu", "gru1", null },
        { "\"activation\": \"relu\"", "\"activation\": §\"Relu\"", ModelDefect.OptionOutOfRange, "'Relu' as 'activation'; the choices are none, relu", "gru1", null },
        { "\"activation\": \"relu\"", "\"activation\": §true", ModelDefect.WrongType, "true as 'activation'", "gru1", null },
        { "\"reset\": \"before_product\"", "\"reset\": §\"after_whole_product\"", ModelDefect.OptionOutOfRange, "no ghosts", "gru1", null },
        { "\"ratio\": 2", "\"ratio\": §0.5", ModelDefect.OptionOutOfRange, "is 0.5", "ghost_gru0", null },
        { "\"ratio\": 2", "\"ratio\": §1e999", ModelDefect.OptionOutOfRange, "ratio", "ghost_gru0", null },
        { "\"ratio\": 2", "\"ratio\": §2.00000000000000000000000000000000000000000000000000000000000000000", ModelDefect.OptionOutOfRange, "no number of double precision", "ghost_gru0", null },
        { "\"ratio\": 2", "\"ratio\": §\"2\"", ModelDefect.WrongType, "it has to be a number", "ghost_gru0", null },
        { "\"groups\": 1", "\"groups\": §2", ModelDefect.OptionOutOfRange, "only a grouped", "ghost_gru0", null },
        { "\"groups\": 1", "\"groups\": §1.5", ModelDefect.OptionOutOfRange, "a whole number is expected", "ghost_gru0", null },
        { "\"cheap\": \"dense\"", "\"cheap\": §\"sparse\"", ModelDefect.OptionOutOfRange, "dense, grouped and diagonal", "ghost_gru0", null },
        { "\"cheap_activation\": \"tanh\"", "\"cheap_activation\": §\"softmax\"", ModelDefect.OptionOutOfRange, "softmax", "ghost_gru0", null },
        { "\"cheap_bias\": true", "\"cheap_bias\": §1", ModelDefect.WrongType, "it has to be true or false", "ghost_gru0", null },
        { "\"cheap_bias\": true", "\"cheap_bias\": true, §\"cheap_bias\": true", ModelDefect.DuplicateMember, "'cheap_bias'", null, null },
        { "\"input_range\": 9.5", "\"input_range\": §0", ModelDefect.OptionOutOfRange, "The range of the input is 0; it has to be from 2^-60 to 2^60", "ghost_gru0", null },
        { "\"input_range\": 9.5", "\"input_range\": §-9.5", ModelDefect.OptionOutOfRange, "is -9.5;", "ghost_gru0", null },
        { "\"input_range\": 9.5", "\"input_range\": §1e-60", ModelDefect.OptionOutOfRange, "is 0;", "ghost_gru0", null },
        { "\"input_range\": 9.5", "\"input_range\": §1e19", ModelDefect.OptionOutOfRange, "from 2^-60 to 2^60", "ghost_gru0", null },
        { "\"input_range\": 2.25", "\"input_range\": §1e999", ModelDefect.OptionOutOfRange, "range", "dense2", null },
        { "\"input_range\": 2.25", "\"input_range\": §2.25000000000000000000000000000000000000000000000000000000000000000", ModelDefect.OptionOutOfRange, "no number of single precision", "dense2", null },
        { "\"input_range\": 2.25", "\"input_range\": §\"2\"", ModelDefect.WrongType, "a string as 'input_range'; it has to be a number", "dense2", null },
        { "\"input_range\": 2.25", "\"input_range\": §null", ModelDefect.WrongType, "null as 'input_range'", "dense2", null },
        { "\"activation\": \"relu\"", "\"input_range\": 1, §\"input_range\": 2", ModelDefect.DuplicateMember, "two members 'input_range'", null, null },
        { "[\"yes\", \"no\"]", "§[\"yes\"]", ModelDefect.LabelCountMismatch, "1 labels and 2 outputs", null, null },
        { "[\"yes\", \"no\"]", "§[\"yes\", \"no\", \"no\"]", ModelDefect.LabelCountMismatch, "3 labels", null, null },
        { "[\"yes\", \"no\"]", "§{}", ModelDefect.WrongType, "an array of strings", null, null },
        { "\"source\": \"test\"", "\"source\": §1", ModelDefect.WrongType, "the metadata has a number as 'source'", null, null },
        { "\"source\": \"test\"", "\"source\": \"test\", §\"source\": \"\"", ModelDefect.DuplicateMember, "the metadata has two members 'source'", null, null },
        { "\"source\": \"test\"", "\"source\": §\"\\ud83c\"", ModelDefect.InvalidEncoding, "half of a surrogate pair", null, null },
        { "\"source\": \"test\"", "§\"\\udfa7\": \"\"", ModelDefect.InvalidEncoding, "half of a surrogate pair", null, null },
        { "\"gru1.bias_ih\": {", "§\"gru1.bias_hh\": {}, \"gru1.bias_ih\": {", ModelDefect.UnknownTensor, "layer 'gru1' (gru) has weight_ih, weight_hh and bias_ih", "gru1", "gru1.bias_hh" },
        { "\"gru1.bias_ih\": {", "§\"other.bias\": {}, \"gru1.bias_ih\": {", ModelDefect.UnknownTensor, "no layer is called 'other'", null, "other.bias" },
        { "\"gru1.bias_ih\": {", "\"gru1.bias_ih\": {}, §\"gru1.bias_ih\": {", ModelDefect.DuplicateMember, "'gru1.bias_ih'", null, null },
        { "\"tensors\": {", "\"tensors\": [], §\"tensor\": {", ModelDefect.UnknownMember, "'tensor'", null, null },
        { "\"gru1.bias_ih\": {", "\"gru1.bias_ih\": §[], \"x\": {", ModelDefect.WrongType, "tensor 'gru1.bias_ih' is an array", "gru1", "gru1.bias_ih" },
        { "\"shape\": [6, 3]", "\"shape\": §[3, 6]", ModelDefect.WrongTensorShape, "has the shape [3, 6]; its layer needs [6, 3]", "ghost_gru0", InputWeights },
        { "\"shape\": [6, 3]", "\"shape\": §[18]", ModelDefect.WrongTensorShape, "[18]", "ghost_gru0", InputWeights },
        { "\"shape\": [6, 3]", "\"shape\": §[]", ModelDefect.WrongTensorShape, "[]", "ghost_gru0", InputWeights },
        { "\"shape\": [6, 3]", "\"shape\": §[6, 3, 1]", ModelDefect.WrongTensorShape, "[6, 3, 1, ...]", "ghost_gru0", InputWeights },
        { "\"shape\": [6, 3]", "\"shape\": §[1048576, 1048576]", ModelDefect.WrongTensorShape, "[1048576, 1048576]", "ghost_gru0", InputWeights },
        { "\"shape\": [6, 3]", "\"shape\": [§4294967302, 3]", ModelDefect.SizeOutOfRange, "has to be [6, 3]", "ghost_gru0", InputWeights },
        { "\"shape\": [6, 3]", "\"shape\": [6, §0]", ModelDefect.SizeOutOfRange, "has to be [6, 3]", "ghost_gru0", InputWeights },
        { "\"shape\": [6, 3]", "\"shape\": [6, §\"3\"]", ModelDefect.WrongType, "a string in its shape", "ghost_gru0", InputWeights },
        { "\"shape\": [6, 3]", "\"shape\": §18", ModelDefect.WrongType, "an array of sizes", "ghost_gru0", InputWeights },
        { "\"shape\": [6, 3]", "§\"offset\": 0", ModelDefect.UnknownMember, "the members are dtype, shape and data", "ghost_gru0", InputWeights },
        { "\"dtype\": \"F32\", \"shape\": [6, 3]", "\"dtype\": §\"F16\", \"shape\": [6, 3]", ModelDefect.WrongElementType, "'F16'; only 'F32'", "ghost_gru0", InputWeights },
        { "\"ghost_gru0.weight_ih\": { \"dtype\": \"F32\"", "\"ghost_gru0.weight_ih\": §{ \"shape\": [6, 3]}, \"x\": { \"dtype\": \"F32\"", ModelDefect.MissingMember, "no member 'dtype'", "ghost_gru0", InputWeights },
    };

    [Theory]
    [MemberData(nameof(Replacements))]
    public void A_damaged_passage_is_refused_at_its_place(string old, string replacement, ModelDefect defect, string words, string? layer, string? tensor) =>
        SmallModel.AssertRefused(SmallModel.Replace(old, replacement), defect, words, layer, tensor);

    [Theory]
    [InlineData("§", ModelDefect.Truncated, "empty")]
    [InlineData("  \n §", ModelDefect.Truncated, "incomplete")]
    [InlineData("{\"format\": \"ghostgen/1\"§", ModelDefect.Truncated, "incomplete")]
    [InlineData("§[]", ModelDefect.NotAnObject, "begins with '{'")]
    [InlineData("\n §\"text\"", ModelDefect.NotAnObject, "begins with '{'")]
    [InlineData("§hello", ModelDefect.NotJson, "not JSON")]
    [InlineData("{\n  \"a\": §hello }", ModelDefect.NotJson, "not JSON")]
    [InlineData("§{}", ModelDefect.MissingMember, "'format'")]
    [InlineData("{} §{}", ModelDefect.TrailingData, "2 bytes")]
    [InlineData("{}§\0", ModelDefect.TrailingData, "1 bytes")]
    [InlineData("{\"a\": [[[[[[[[[[[[[[[§[]]]]]]]]]]]]]]]}", ModelDefect.TooDeep, "16")]
    [InlineData("§{\"format\": \"ghostgen/1\"}", ModelDefect.MissingMember, "'name'")]
    [InlineData("§{\"format\": \"ghostgen/1\", \"name\": \"\"}", ModelDefect.MissingMember, "'input'")]
    [InlineData("§{\"format\": \"ghostgen/1\", \"name\": \"\", \"input\": 1}", ModelDefect.MissingMember, "'layers'")]
    [InlineData("{\"format\": \"ghostgen/1\", \"name\": \"\", \"input\": 1, \"layers\": §[]}", ModelDefect.NoLayers, "at least one")]
    [InlineData("{\"format\": \"ghostgen/1\", \"name\": \"\", \"input\": 1, \"layers\": §0}", ModelDefect.WrongType, "an array of layers")]
    [InlineData("§{\"format\": \"ghostgen/1\", \"name\": \"\", \"input\": 1, \"layers\": [{\"kind\": \"dense\", \"units\": 1}]}", ModelDefect.MissingMember, "'tensors'")]
    [InlineData("{\"format\": \"ghostgen/1\", \"name\": \"\", \"input\": 1, \"tensors\": §{}, \"layers\": [{\"kind\": \"dense\", \"units\": 1}]}", ModelDefect.MissingTensor, "tensor 'dense0.weight' is missing; layer 'dense0' (dense) needs it, with the shape [1, 1]", "dense0", "dense0.weight")]
    [InlineData("{\"format\": \"ghostgen/1\", \"name\": \"é🎧\", \"input\": §0}", ModelDefect.SizeOutOfRange, "0")]
    public void A_damaged_document_is_refused_at_its_place(string marked, ModelDefect defect, string words, string? layer = null, string? tensor = null) =>
        SmallModel.AssertRefused(marked, defect, words, layer, tensor);

    [Theory]
    [InlineData(new byte[] { 0xFF }, 0)]
    [InlineData(new byte[] { (byte)'{', 0xC0, 0x80 }, 1)]
    [InlineData(new byte[] { (byte)'{', 0xED, 0xA0, 0x80 }, 1)]
    [InlineData(new byte[] { (byte)'{', 0xF4, 0x90, 0x80, 0x80 }, 1)]
    [InlineData(new byte[] { (byte)'{', (byte)'"', 0xE2, 0x82 }, 2)]
    [InlineData(new byte[] { (byte)'{', 0x80 }, 1)]
    public void Bytes_that_are_not_UTF8_are_refused_at_their_place(byte[] bytes, int offset)
    {
        ModelFileException exception = Assert.Throws<ModelFileException>(() => ManifestReader.Read(bytes, "x"));
        Assert.Equal((ModelDefect.InvalidEncoding, 1, offset + 1), (exception.Defect, exception.Line, exception.Column));
        Assert.Contains("0x" + bytes[offset].ToString("X2", System.Globalization.CultureInfo.InvariantCulture), exception.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_does_not_count_as_a_column() =>
        Assert.Equal((1, 1), Place(Assert.Throws<ModelFileException>(static () => SmallModel.Read("\uFEFF[]"))));

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\n")]
    public void Lines_end_as_editors_have_it(string end)
    {
        string text = $"{{{end}{end}  \"a\": x}}";
        ModelFileException exception = Assert.Throws<ModelFileException>(() => SmallModel.Read(text));
        Assert.Equal((3, 8), Place(exception));
    }

    [Fact]
    public void Too_many_layers_are_refused_at_the_first_that_is_too_many()
    {
        string layer = "{\"kind\": \"dense\", \"units\": 1}";
        string layers = string.Join(",\n", Enumerable.Repeat(layer, 256)) + ",\n§" + layer;
        SmallModel.AssertRefused("{\"format\": \"ghostgen/1\", \"name\": \"\", \"input\": 1, \"layers\": [" + layers + "]}", ModelDefect.TooManyLayers, "256");
    }

    [Fact]
    public void Too_many_parameters_are_refused_before_their_tensors_are_looked_at() => SmallModel.AssertRefused(
        "{\"format\": \"ghostgen/1\", \"name\": \"\", \"input\": 1048576, \"layers\": [§{\"kind\": \"dense\", \"units\": 1048576}], \"tensors\": {}}",
        ModelDefect.TooManyParameters,
        "1099512676352 weights",
        "dense0");

    [Fact]
    public void Data_that_is_too_short_or_too_long_is_refused()
    {
        string data = SmallModel.DataOf(InputWeights);
        SmallModel.AssertRefused(SmallModel.Replace($"\"{data}\"", $"§\"{data[4..]}\""), ModelDefect.WrongDataLength, "92 characters of data; [6, 3] values are 72 bytes, which are 96 characters", "ghost_gru0", InputWeights);
        SmallModel.AssertRefused(SmallModel.Replace($"\"{data}\"", $"§\"{data}AAAA\""), ModelDefect.WrongDataLength, "100 characters", "ghost_gru0", InputWeights);
        SmallModel.AssertRefused(SmallModel.Replace($"\"{data}\"", "§\"\""), ModelDefect.WrongDataLength, "0 characters", "ghost_gru0", InputWeights);
        SmallModel.AssertRefused(SmallModel.Replace($"\"{data}\"", $"\"{data[..^1]}§=\""), ModelDefect.WrongDataLength, "not padded for 72 bytes", "ghost_gru0", InputWeights);
        SmallModel.AssertRefused(SmallModel.Replace($"\"{data}\"", "§null"), ModelDefect.WrongType, "a string of base64", "ghost_gru0", InputWeights);
    }

    [Theory]
    [InlineData(0, " ")]
    [InlineData(5, "-")]
    [InlineData(50, "_")]
    [InlineData(95, "é")]
    [InlineData(40, "\\n")]
    [InlineData(40, "\\u0041")]
    [InlineData(93, "=")]
    [InlineData(94, "=")]
    public void Data_that_is_not_base64_is_refused_at_the_character(int place, string character)
    {
        string data = SmallModel.DataOf(InputWeights);
        string damaged = data[..place] + SmallModel.Marker + character + data[(place + 1)..];
        SmallModel.AssertRefused(SmallModel.Replace(data, damaged), ModelDefect.NotBase64, "is not base64 there", "ghost_gru0", InputWeights);
    }

    [Fact]
    public void Data_with_bits_left_over_is_refused()
    {
        // Two values are 8 bytes: eleven characters, the last with two unused bits, and a padding.
        const string tensor = "dense2.bias";
        string data = SmallModel.DataOf(tensor);
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        char next = alphabet[alphabet.IndexOf(data[^2], StringComparison.Ordinal) + 1];
        Assert.Equal(Convert.FromBase64String(data), Convert.FromBase64String(data[..^2] + next + "="));
        SmallModel.AssertRefused(SmallModel.Replace(data, data[..^2] + next + "§="), ModelDefect.NonCanonicalBase64, "encode it again", "dense2", tensor);
    }

    [Theory]
    [InlineData(0, 0x7FC00000, ModelDefect.NotANumber, "NaN at index 0 (row 0, column 0)")]
    [InlineData(17, unchecked((int)0xFFC00001), ModelDefect.NotANumber, "NaN at index 17 (row 5, column 2)")]
    [InlineData(4, 0x7F800001, ModelDefect.NotANumber, "NaN at index 4 (row 1, column 1)")]
    [InlineData(3, 0x7F800000, ModelDefect.InfiniteValue, "an infinity at index 3 (row 1, column 0)")]
    [InlineData(8, unchecked((int)0xFF800000), ModelDefect.InfiniteValue, "an infinity at index 8 (row 2, column 2)")]
    public void A_value_that_is_not_finite_is_refused_with_its_index(int index, int bits, ModelDefect defect, string words)
    {
        string data = SmallModel.DataOf(InputWeights);
        byte[] bytes = Convert.FromBase64String(data);
        BitConverter.TryWriteBytes(bytes.AsSpan(index * 4), bits);
        string damaged = Convert.ToBase64String(bytes).Insert(index * 16 / 3, SmallModel.Marker.ToString());
        SmallModel.AssertRefused(SmallModel.Replace(data, damaged), defect, words, "ghost_gru0", InputWeights, index);
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused_unread()
    {
        using var stream = new EndlessStream();
        ModelFileException exception = Assert.Throws<ModelFileException>(() => ModelFile.Load(stream, "endless"));
        Assert.Equal((ModelDefect.FileTooLarge, "endless", 1, 1), (exception.Defect, exception.File, exception.Line, exception.Column));
        Assert.Contains("536870912", exception.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_stay_short_and_on_one_line_whatever_the_file_says()
    {
        string hostile = "\\n\\r\\u0000\\u2028" + new string('x', 100_000);
        ModelFileException exception = Assert.Throws<ModelFileException>(() => SmallModel.Read(SmallModel.Replace("\"ghostgen/1\"", $"\"{hostile}\"")));
        Assert.InRange(exception.Message.Length, 1, 400);
        Assert.DoesNotContain(exception.Message, char.IsControl);
    }

    [Fact]
    public void Every_defect_has_a_test()
    {
        string source = File.ReadAllText(SourceFile()) + File.ReadAllText(Path.Combine(Path.GetDirectoryName(SourceFile())!, "NormalizationDefectTests.cs"));
        foreach (ModelDefect defect in Enum.GetValues<ModelDefect>())
        {
            Assert.Contains($"ModelDefect.{defect}", source, StringComparison.Ordinal);
        }

        static string SourceFile([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
    }

    private static (int Line, int Column) Place(ModelFileException exception) => (exception.Line, exception.Column);

    private sealed class EndlessStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => 536870913;

        public override long Position { get; set; }

        public override void Flush() => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("A file that is too large must not be read.");

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
