using GhostGen.Generator.Diagnostics;
using GhostGen.Generator.Tests.Support;
using GhostGen.Manifests;
using Microsoft.CodeAnalysis;
using Xunit;

namespace GhostGen.Generator.Tests.Diagnostics;

/// <summary>Each defect of a model file has a rule and is reported in the file, at its line and column.</summary>
public sealed class ModelFileRuleTests
{
    private const string Path = "/app/small.ghost.json";

    /// <summary>What of the small model is replaced by what, with § where the defect is expected.</summary>
    public static TheoryData<string, string, string> Defects => new()
    {
        { "GHOST102", "\"name\": \"small\"", "\"name\": §\"\\ud83c\"" },
        { "GHOST103", "\"input\": 2", "\"input\": §x" },
        { "GHOST105", "\"AAAAPw==\" }\n  }\n}", "\"AAAAPw==\" }\n  }\n}\n§{}" },
        { "GHOST108", "\"ghostgen/1\"", "§\"other/1\"" },
        { "GHOST109", "\"ghostgen/1\"", "§\"ghostgen/9\"" },
        { "GHOST110", "{ \"kind\": \"dense\", ", "§{ " },
        { "GHOST111", "\"input\": 2", "\"input\": 2, §\"inputs\": 2" },
        { "GHOST112", "\"input\": 2", "\"input\": 2, §\"input\": 2" },
        { "GHOST113", "\"input\": 2", "\"input\": §\"2\"" },
        { "GHOST114", "\"input\": 2", "\"input\": §0" },
        { "GHOST118", "\"kind\": \"dense\"", "\"kind\": §\"lstm\"" },
        { "GHOST119", "\"activation\": \"none\"", "\"activation\": §\"swish\"" },
        { "GHOST120", "\"name\": \"dense0\"", "\"name\": §\"dense 0\"" },
        { "GHOST122", "[\"yes\"]", "§[\"yes\", \"no\"]" },
        { "GHOST124", "\"dense0.bias\"", "§\"dense1.bias\": {}, \"dense0.bias\"" },
        { "GHOST125", "\"F32\", \"shape\": [1]", "§\"F16\", \"shape\": [1]" },
        { "GHOST126", "[1, 2]", "§[2, 1]" },
        { "GHOST130", "\"AAAAPw==\"", "\"§AADAfw==\"" },
        { "GHOST132", "\"input\": 2,", "\"input\": 2, \"normalization\": { \"mean\": §[1] }," },
        { "GHOST133", "\"input\": 2,", "\"input\": 2, \"normalization\": { \"scale\": [1, §1e999] }," },
        { "GHOST131", "\"AAAAPw==\"", "\"§AACAfw==\"" },
    };

    /// <summary>Defects whose place is the reader's choice: what is replaced by what.</summary>
    public static TheoryData<string, string, string> Elsewhere => new()
    {
        { "GHOST104", "\"AAAAPw==\" }\n  }\n}", "\"AAAA" },
        { "GHOST106", "\"input\": 2", "\"input\": " + new string('[', 100) + new string(']', 100) },
        { "GHOST107", "{\n  \"format\"", "[{\n  \"format\"" },
        { "GHOST115", "{ \"kind\": \"dense\", \"name\": \"dense0\", \"units\": 1, \"activation\": \"none\", \"bias\": true }", "" },
        { "GHOST116", "\"units\": 1, \"activation\": \"none\", \"bias\": true }", "\"units\": 1, \"activation\": \"none\", \"bias\": true }" + string.Concat(Enumerable.Range(1, 256).Select(static i => ", { \"kind\": \"dense\", \"name\": \"dense" + i + "\", \"units\": 1, \"activation\": \"none\", \"bias\": true }")) },
        { "GHOST117", "\"units\": 1", "\"units\": 1048576, \"bias\": true }, { \"kind\": \"dense\", \"name\": \"dense1\", \"units\": 1048576" },
        { "GHOST121", "\"bias\": true }", "\"bias\": true }, { \"kind\": \"dense\", \"name\": \"dense0\", \"units\": 1, \"activation\": \"none\", \"bias\": true }" },
        { "GHOST123", ",\n    \"dense0.bias\": { \"dtype\": \"F32\", \"shape\": [1], \"data\": \"AAAAPw==\" }", "" },
        { "GHOST127", "\"AAAAPw==\"", "\"AAAAPwAAAAA=\"" },
        { "GHOST128", "\"AAAAPw==\"", "\"AAA*Pw==\"" },
        { "GHOST129", "\"AAAAPw==\"", "\"AAAAPx==\"" },
    };

    [Theory]
    [MemberData(nameof(Defects))]
    public async Task A_defect_is_reported_at_its_place(string id, string found, string replacement)
    {
        Assert.Contains(found, SmallModel.Text, StringComparison.Ordinal);
        string marked = SmallModel.Text.Replace(found, replacement, StringComparison.Ordinal);
        int position = marked.IndexOf('§', StringComparison.Ordinal);
        Diagnostic diagnostic = await TheOnlyOne(marked.Remove(position, 1));
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(position, diagnostic.Location.SourceSpan.Start);
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        Assert.Equal(Path, place.Path);
        Assert.Equal(marked.AsSpan(0, position).Count('\n'), place.StartLinePosition.Line);
        Assert.Equal(position - marked.LastIndexOf('\n', position) - 1, place.StartLinePosition.Character);
    }

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task A_defect_is_reported(string id, string found, string replacement)
    {
        Assert.Contains(found, SmallModel.Text, StringComparison.Ordinal);
        Diagnostic diagnostic = await TheOnlyOne(SmallModel.Text.Replace(found, replacement, StringComparison.Ordinal));
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(Path, diagnostic.Location.GetLineSpan().Path);
    }

    [Fact]
    public void Every_defect_has_a_rule_of_its_own_that_is_declared()
    {
        List<DiagnosticDescriptor> rules = [.. Enum.GetValues<ModelDefect>().Select(DefectRules.Of)];
        Assert.Equal(rules.Count, rules.Distinct().Count());
        Assert.All(rules, static rule => Assert.Contains(rule, Rules.All));
    }

    [Fact]
    public void Every_defect_but_the_largest_file_is_tested_here()
    {
        // A file too large is half a gigabyte; that the reader refuses it is its own tests' subject.
        IEnumerable<string> tested = Defects.Concat(Elsewhere).Select(static row => row.Data.Item1);
        IEnumerable<string> all = Enum.GetValues<ModelDefect>().Where(static defect => defect != ModelDefect.FileTooLarge).Select(static defect => DefectRules.Of(defect).Id);
        Assert.Equal(all.Order(), tested.Distinct().Order());
    }

    [Fact]
    public async Task A_defect_is_reported_once_however_many_classes_name_the_file()
    {
        var compilation = Compilations.Create("using GhostGen; [GhostModel(\"small.ghost.json\")] partial class A { } [GhostModel(\"small.ghost.json\")] partial class B { }");
        Assert.Single(await Analysis.Run(compilation, [new MemoryText(Path, "{")]));
    }

    [Fact]
    public async Task A_file_that_no_class_names_is_checked_as_well() =>
        Assert.Equal("GHOST104", (await TheOnlyOne("{")).Id);

    [Fact]
    public async Task A_file_that_cannot_be_read_is_left_to_the_compiler() =>
        Assert.Empty(await Analysis.Run(Compilations.Create("using GhostGen; [GhostModel(\"small.ghost.json\")] partial class A { }"), [new MemoryText(Path, null)]));

    [Fact]
    public async Task A_defect_of_a_converted_text_is_reported_at_what_it_was_converted_from()
    {
        const string source = "/app/models/small.safetensors";
        var options = new MemoryOptions(new Dictionary<string, string>(), new Dictionary<string, string> { [Path] = source });
        Diagnostic diagnostic = Assert.Single(await Analysis.Run(Compilations.Create(""), [new MemoryText(Path, "{\n  \"format\": 3 }")], options));
        Assert.Equal("GHOST113", diagnostic.Id);
        Assert.Equal(source, diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(default, diagnostic.Location.GetLineSpan().StartLinePosition);
        Analysis.AssertMessage(diagnostic, "line 2, column 13", $"'{Path}'");
    }

    [Fact]
    public async Task A_defect_on_a_line_with_another_kind_of_end_is_found()
    {
        string text = SmallModel.Text.Replace("\n", "\r", StringComparison.Ordinal).Replace("\"input\": 2", "\"\u2028\": 2", StringComparison.Ordinal);
        Diagnostic diagnostic = await TheOnlyOne(text);
        Assert.Equal("GHOST111", diagnostic.Id);
        Assert.Equal(text.IndexOf("\"\u2028\"", StringComparison.Ordinal), diagnostic.Location.SourceSpan.Start);
    }

    private static async Task<Diagnostic> TheOnlyOne(string text)
    {
        Diagnostic diagnostic = Assert.Single(await Analysis.Run(Compilations.Create(""), [new MemoryText(Path, text)]));
        Analysis.AssertMessage(diagnostic, diagnostic.Descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return diagnostic;
    }
}
