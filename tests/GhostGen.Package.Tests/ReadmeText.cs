using System.Text.RegularExpressions;

namespace GhostGen.Package.Tests;

/// <summary>What the README shows.</summary>
internal static partial class ReadmeText
{
    /// <summary>The C# programs, in order.</summary>
    internal static string[] Programs { get; } = [.. Blocks("csharp")];

    /// <summary>The one program that trains a model.</summary>
    internal static string Training { get; } = Blocks("python").Single();

    /// <summary>The items that take the trained model into a project.</summary>
    internal static string TrainedItems { get; } = Blocks("xml").Single(static block => block.Contains("<GhostModel", StringComparison.Ordinal));

    /// <summary>What the trained model's file is called.</summary>
    internal const string TrainedFile = "model.safetensors";

    private static IEnumerable<string> Blocks(string language) => Block().Matches(File.ReadAllText(Repository.PathOf("README.md")))
        .Where(block => block.Groups["language"].Value == language)
        .Select(static block => block.Groups["text"].Value);

    [GeneratedRegex(@"^```(?<language>[a-z]+)\r?\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
