using System.Text.RegularExpressions;
using Xunit;

namespace GhostGen.Package.Tests;

/// <summary>What the README shows is what a user with one package reference can paste: every example is a program, and runs.</summary>
public sealed partial class ReadmeTests(LocalFeed feed)
{
    private static readonly string[] Programs =
        [.. Example().Matches(File.ReadAllText(Repository.PathOf("README.md"))).Select(static match => match.Groups["program"].Value)];

    public static TheoryData<int> Examples => [.. Enumerable.Range(1, Programs.Length)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_compiles_without_a_warning_and_runs(int example)
    {
        Consumer project = feed.Create($"Readme{example}");
        project.Add(SampleModelTests.FilePath);
        project.Write("Program.cs", Programs[example - 1]);
        project.Build().Succeeded();
        CommandLine.Dotnet(project.Folder, "run", "-c", "Release", "--no-build").Succeeded();
    }

    [GeneratedRegex(@"^```(?:csharp|cs|c#)\r?\n(?<program>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Example();
}
