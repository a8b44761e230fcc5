using System.Text.RegularExpressions;
using Xunit;

namespace GhostGen.Tests.Documents;

/// <summary>What documents point at is there.</summary>
public sealed partial class LinkTests
{
    // Files that a document may name although nobody has them in his checkout.
    private static readonly string[] NotCommitted = ["/obj", "/bin"];

    public static TheoryData<string> Documents => [.. Checkout.Documents];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_relative_link_leads_somewhere(string document)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Checkout.Folder, document))!;
        string[] missing =
        [
            .. Link().Matches(Checkout.Read(document))
                .Select(static match => Uri.UnescapeDataString(match.Groups["target"].Value.Split('#')[0]))
                .Where(static target => target.Length > 0 && !target.Contains(':', StringComparison.Ordinal))
                .Where(target => !Path.Exists(Path.Combine(folder, target))),
        ];
        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_path_of_the_repository_that_is_named_exists(string document)
    {
        string[] missing =
        [
            .. RepositoryPath().Matches(Checkout.Read(document))
                .Select(static match => match.Groups["path"].Value)
                .Where(static path => !NotCommitted.Any(part => path.EndsWith(part, StringComparison.Ordinal)))
                .Where(static path => !Path.Exists(Path.Combine(Checkout.Folder, path))),
        ];
        Assert.Empty(missing);
    }

    [Fact]
    public void The_documents_have_links_and_paths_to_look_at()
    {
        string all = string.Concat(Checkout.Documents.Select(Checkout.Read));
        Assert.InRange(Link().Count(all), 30, int.MaxValue);
        Assert.InRange(RepositoryPath().Count(all), 30, int.MaxValue);
    }

    [GeneratedRegex(@"\]\((?<target>[^()\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<path>(?:src|generator|tests|samples|docs|bench|\.ci)/[A-Za-z0-9_./-]+)`")]
    private static partial Regex RepositoryPath();
}
