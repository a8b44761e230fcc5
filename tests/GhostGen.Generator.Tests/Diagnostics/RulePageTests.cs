using System.Text.RegularExpressions;
using GhostGen.Generator.Diagnostics;
using GhostGen.Generator.Emission;
using Microsoft.CodeAnalysis;
using Xunit;

namespace GhostGen.Generator.Tests.Diagnostics;

/// <summary>Code, pages, index and release file tell the same.</summary>
public sealed partial class RulePageTests
{
    private static readonly string Root = FindRoot();
    private static readonly string Pages = Path.Combine(Root, "docs", "rules");

    /// <summary>What the build reports, so that there is no descriptor: warnings of the package's targets, errors of its task.</summary>
    private static readonly (string Id, string Severity)[] BuildRules =
    [
        .. Codes(BuildCode(), "GhostGen.Generator", "build", "GhostGen.targets").Select(static id => (id, "Warning")),
        .. Codes(TaskCode(), "GhostGen.Tasks", "BuildRule.cs").Select(static id => (id, "Error")),
    ];

    /// <summary>The id of each rule.</summary>
    public static TheoryData<string> Ids => [.. Rules.All.Select(static rule => rule.Id)];

    [Fact]
    public void The_build_has_rules_of_both_kinds() =>
        Assert.Equal(["Error", "Warning"], BuildRules.Select(static rule => rule.Severity).Distinct().Order());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_rule_has_a_page(string id)
    {
        DiagnosticDescriptor rule = Rules.All.Single(rule => rule.Id == id);
        string page = File.ReadAllText(Path.Combine(Pages, id + ".md"));
        Assert.StartsWith($"# {id}: {Title(rule)}\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Cause\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Example\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## How to fix it\n", page, StringComparison.Ordinal);
        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_page_of_taken_names_lists_them_all(bool loadsWeights)
    {
        string page = File.ReadAllText(Path.Combine(Pages, MemberRules.Declared.Id + ".md"));
        Assert.All(GeneratedMembers.Names(loadsWeights), name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_index_lists_each_rule_in_order()
    {
        string index = File.ReadAllText(Path.Combine(Pages, "README.md"));
        IEnumerable<(string Id, string Row)> rules = Rules.All.Select(static rule => (rule.Id, Row(rule.Id, rule.DefaultSeverity.ToString(), Title(rule))));
        IEnumerable<(string Id, string Row)> build = BuildRules.Select(static rule => (rule.Id, Row(rule.Id, rule.Severity, TitleOfPage(rule.Id))));
        Assert.Equal(
            rules.Concat(build).OrderBy(static rule => rule.Id, StringComparer.Ordinal).Select(static rule => rule.Row),
            index.Split('\n').Where(static line => line.StartsWith("| [GHOST", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_release_files_list_each_rule()
    {
        string folder = Path.Combine(Root, "generator", "GhostGen.Generator");
        IEnumerable<string> listed = File.ReadLines(Path.Combine(folder, "AnalyzerReleases.Shipped.md"))
            .Concat(File.ReadLines(Path.Combine(folder, "AnalyzerReleases.Unshipped.md")))
            .Where(static line => line.StartsWith("GHOST", StringComparison.Ordinal));
        Assert.Equal(Rules.All.Select(static rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {Title(rule)}"), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_page_is_without_a_rule() => Assert.Equal(
        Rules.All.Select(static rule => rule.Id).Concat(BuildRules.Select(static rule => rule.Id)).Select(static id => id + ".md").Append("README.md").Order(StringComparer.Ordinal),
        Directory.GetFiles(Pages).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal));

    [Fact]
    public void Ids_ascend_and_look_alike()
    {
        Assert.All(Rules.All, static rule => Assert.Matches(IdForm(), rule.Id));
        Assert.Equal(Rules.All.Select(static rule => rule.Id).Distinct().Order(StringComparer.Ordinal), Rules.All.Select(static rule => rule.Id));
    }

    private static IEnumerable<string> Codes(Regex code, params string[] file) =>
        code.Matches(File.ReadAllText(Path.Combine([Root, "generator", .. file]))).Select(static match => match.Groups[1].Value).Distinct();

    private static string Title(DiagnosticDescriptor rule) => rule.Title.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string TitleOfPage(string id) => File.ReadLines(Path.Combine(Pages, id + ".md")).First()[$"# {id}: ".Length..];

    private static string Row(string id, string severity, string title) => $"| [{id}]({id}.md) | {severity} | {title} |";

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GhostGen.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run within the repository.");
    }

    [GeneratedRegex("Code=\"(GHOST[0-9]{3})\"")]
    private static partial Regex BuildCode();

    [GeneratedRegex("const string [A-Za-z]+ = \"(GHOST[0-9]{3})\"")]
    private static partial Regex TaskCode();

    [GeneratedRegex("^GHOST[0-9]{3}$")]
    private static partial Regex IdForm();
}
