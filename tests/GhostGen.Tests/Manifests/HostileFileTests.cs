using System.Diagnostics;
using System.Text;
using GhostGen.Manifests;
using Xunit;

namespace GhostGen.Tests.Manifests;

/// <summary>Files made to exhaust the reader: refused in bounded time and memory, with the defect that they have.</summary>
public sealed class HostileFileTests
{
    private const string Head = "{\"format\": \"ghostgen/1\", \"name\": \"x\", \"input\": 1, ";

    /// <summary>Far more than any of these needs, and far less than any would take if the reader believed what they declare.</summary>
    private const long MostBytesPerByteOfText = 64;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);

    public static TheoryData<string, ModelDefect> Files => new()
    {
        { "nested arrays", ModelDefect.TooDeep },
        { "nested objects", ModelDefect.TooDeep },
        { "nested in an unknown member", ModelDefect.TooDeep },
        { "duplicate keys", ModelDefect.DuplicateMember },
        { "distinct keys", ModelDefect.UnknownMember },
        { "distinct keys in a layer", ModelDefect.UnknownMember },
        { "distinct tensors", ModelDefect.MissingTensor },
        { "many labels", ModelDefect.LabelCountMismatch },
        { "many layers", ModelDefect.TooManyLayers },
        { "many means", ModelDefect.NormalizationCountMismatch },
        { "a mean of a million digits", ModelDefect.NormalizationOutOfRange },
        { "means for 2^20 inputs and one weight", ModelDefect.WrongTensorShape },
        { "many sizes", ModelDefect.WrongTensorShape },
        { "a long name", ModelDefect.UnknownMember },
        { "a long number", ModelDefect.SizeOutOfRange },
        { "a long ratio", ModelDefect.OptionOutOfRange },
        { "size 2^31", ModelDefect.SizeOutOfRange },
        { "size 2^64", ModelDefect.SizeOutOfRange },
        { "hidden 2^31", ModelDefect.SizeOutOfRange },
        { "a tensor of 2^20 x 2^20", ModelDefect.WrongTensorShape },
        { "a model of 2^20 x 2^20", ModelDefect.TooManyParameters },
        { "a tensor declared and not there", ModelDefect.WrongDataLength },
        { "the largest sizes in every layer", ModelDefect.TooManyParameters },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_hostile_file_is_refused_in_bounded_time_and_memory(string file, ModelDefect defect)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Text(file));
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        ModelFileException exception = Assert.Throws<ModelFileException>(() => ManifestReader.Read(bytes, file));
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Assert.Equal(defect, exception.Defect);
        Assert.InRange(allocated, 0, 200_000 + (MostBytesPerByteOfText * bytes.Length));
        Assert.InRange(time, TimeSpan.Zero, MostTime);
        Assert.InRange(exception.Message.Length, 1, 500);
    }

    private static string Text(string file) => file switch
    {
        "nested arrays" => "{\"a\": " + new string('[', 100_000),
        "nested objects" => string.Concat(Enumerable.Repeat("{\"a\":", 100_000)),
        "nested in an unknown member" => Head + "\"a\": " + new string('[', 100_000) + new string(']', 100_000) + "}",
        "duplicate keys" => Head + Many(100_000, static _ => "\"k\": 1") + "}",
        "distinct keys" => Head + Many(100_000, static i => $"\"k{i}\": 1") + "}",
        "distinct keys in a layer" => Head + "\"layers\": [{\"kind\": \"gru\", \"hidden\": 1, " + Many(100_000, static i => $"\"k{i}\": 1") + "}], \"tensors\": {}}",
        "distinct tensors" => Head + "\"layers\": [{\"kind\": \"gru\", \"hidden\": 1}], \"tensors\": {" + Many(100_000, static i => $"\"gru0.t{i}\": {{}}") + "}}",
        "many labels" => Head + "\"layers\": [{\"kind\": \"gru\", \"hidden\": 1}], \"labels\": [" + Many(100_000, static _ => "\"\"") + "]}",
        "many layers" => Head + "\"layers\": [" + Many(100_000, static _ => "{\"kind\": \"dense\", \"units\": 1}") + "]}",
        "many means" => Head + "\"normalization\": {\"mean\": [" + Many(100_000, static _ => "1") + "]}}",
        "a mean of a million digits" => Head + "\"normalization\": {\"mean\": [1." + new string('0', 1_000_000) + "]}}",
        "means for 2^20 inputs and one weight" => Dense(1 << 20, "[1, 1]", "AAAAAA==").Replace(
            "\"layers\"", "\"normalization\": {\"mean\": [" + Many(1 << 20, static _ => "1") + "]}, \"layers\"", StringComparison.Ordinal),
        "many sizes" => Dense(1, "[" + Many(100_000, static _ => "1") + "]", ""),
        "a long name" => Head + "\"" + new string('k', 1_000_000) + "\": 1}",
        "a long number" => Head.Replace("1, ", new string('9', 1_000_000), StringComparison.Ordinal) + "}",
        "a long ratio" => Head + "\"layers\": [{\"kind\": \"ghost_gru\", \"hidden\": 1, \"ratio\": 1." + new string('0', 1_000_000) + "}]}",
        "size 2^31" => Head.Replace("1, ", "2147483648", StringComparison.Ordinal) + "}",
        "size 2^64" => Head.Replace("1, ", "18446744073709551617", StringComparison.Ordinal) + "}",
        "hidden 2^31" => Head + "\"layers\": [{\"kind\": \"gru\", \"hidden\": -2147483648}]}",
        "a tensor of 2^20 x 2^20" => Dense(1, "[1048576, 1048576]", ""),
        "a model of 2^20 x 2^20" => Dense(1 << 20, "[1048576, 1048576]", "", 1 << 20),
        "a tensor declared and not there" => Dense(1 << 20, "[64, 1048576]", "AAAA", 64, bias: false),
        "the largest sizes in every layer" => Head + "\"layers\": [" + Many(256, static _ => "{\"kind\": \"gru\", \"hidden\": 1048576}") + "]}",
        _ => throw new ArgumentOutOfRangeException(nameof(file)),
    };

    private static string Many(int count, Func<int, string> item) => string.Join(", ", Enumerable.Range(0, count).Select(item));

    private static string Dense(int input, string shape, string data, int units = 1, bool bias = true) => FormattableString.Invariant(
        $"{{\"format\": \"ghostgen/1\", \"name\": \"x\", \"input\": {input}, \"layers\": [{{\"kind\": \"dense\", \"units\": {units}, \"bias\": {(bias ? "true" : "false")}}}], \"tensors\": {{\"dense0.weight\": {{\"dtype\": \"F32\", \"shape\": {shape}, \"data\": \"{data}\"}}}}}}");
}
