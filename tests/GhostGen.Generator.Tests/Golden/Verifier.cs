using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Microsoft.CodeAnalysis;
using Xunit;

namespace GhostGen.Generator.Tests.Golden;

/// <summary>
/// Compares generated files and other texts with those beside a test, by the names and in the way of the packages Verify and
/// Verify.SourceGenerators: what is expected is <c>Class.Method#File.verified.cs</c>, or <c>Class.Method.verified.md</c>; what is written
/// instead is left in a file that has <c>received</c> in the place of <c>verified</c>. To accept it, rename it.
/// </summary>
internal static class Verifier
{
    private const int ContextLines = 3;

    /// <summary>Compares every file that a generator wrote.</summary>
    /// <param name="driver">The driver after its run.</param>
    /// <param name="sourceFile">The test's own file.</param>
    /// <param name="method">The test.</param>
    internal static async Task Verify(GeneratorDriver driver, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "")
    {
        string folder = FolderOf(sourceFile);
        string prefix = $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}#";
        GeneratorRunResult result = Assert.Single(driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        Assert.Empty(result.Diagnostics);
        Assert.NotEmpty(result.GeneratedSources);

        var differences = new StringBuilder();
        var names = new HashSet<string>();
        foreach (GeneratedSourceResult source in result.GeneratedSources)
        {
            string name = prefix + Path.GetFileNameWithoutExtension(source.HintName);
            names.Add(name + ".verified.cs");
            differences.Append(await Compare(Path.Combine(folder, name), source.SourceText.ToString(), "cs"));
        }

        foreach (string stale in Directory.EnumerateFiles(folder, prefix + "*.verified.cs").Where(file => !names.Contains(Path.GetFileName(file))))
        {
            differences.Append(CultureInfo.InvariantCulture, $"{Path.GetFileName(stale)} is expected and nothing of that name was written; delete it if that is right.\n");
        }

        Assert.True(differences.Length == 0, differences.ToString());
    }

    /// <summary>Compares a text.</summary>
    /// <param name="target">The text.</param>
    /// <param name="extension">The end of its file's name.</param>
    /// <param name="sourceFile">The test's own file.</param>
    /// <param name="method">The test.</param>
    internal static async Task Verify(string target, string extension, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "")
    {
        string path = Path.Combine(FolderOf(sourceFile), $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}");
        string difference = await Compare(path, target, extension);
        Assert.True(difference.Length == 0, difference);
    }

    private static string FolderOf(string sourceFile)
    {
        string folder = Path.GetDirectoryName(sourceFile)!;
        Assert.True(Directory.Exists(folder), $"The folder of the tests, '{folder}', is not there: golden texts are compared where they were built.");
        return folder;
    }

    /// <summary>The difference of a text from its golden file in words, or nothing.</summary>
    private static async Task<string> Compare(string path, string received, string extension)
    {
        string verifiedFile = $"{path}.verified.{extension}";
        string receivedFile = $"{path}.received.{extension}";
        string? verified = File.Exists(verifiedFile) ? await File.ReadAllTextAsync(verifiedFile) : null;
        if (verified == received)
        {
            File.Delete(receivedFile);
            return "";
        }

        await File.WriteAllTextAsync(receivedFile, received);
        string heading = $"{Path.GetFileName(verifiedFile)} {(verified is null ? "is not there" : "differs")}; if {Path.GetFileName(receivedFile)} is right, rename it.\n";
        return verified is null ? heading : heading + Difference(verified, received);
    }

    private static string Difference(string verified, string received)
    {
        List<DiffPiece> lines = InlineDiffBuilder.Diff(verified, received).Lines;
        var near = new HashSet<int>(Enumerable.Range(0, lines.Count)
            .Where(i => lines[i].Type != ChangeType.Unchanged)
            .SelectMany(static i => Enumerable.Range(i - ContextLines, (2 * ContextLines) + 1)));
        var text = new StringBuilder();
        for (int i = 0; i < lines.Count; i++)
        {
            if (near.Contains(i))
            {
                char mark = lines[i].Type switch { ChangeType.Inserted => '+', ChangeType.Deleted => '-', _ => ' ' };
                text.Append(mark).Append(' ').Append(lines[i].Text).Append('\n');
            }
            else if (near.Contains(i - 1))
            {
                text.Append("  ...\n");
            }
        }

        return text.ToString();
    }
}
