using System.CommandLine;
using GhostGen.Bench.Models;

namespace GhostGen.Bench;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    /// <summary>Where to write the results for programs.</summary>
    public static Option<FileInfo?> Json() => new("--json") { Description = "Write machine and results to this file as JSON.", HelpName = "FILE" };

    /// <summary>Where to write the results for people.</summary>
    public static Option<FileInfo?> Markdown() => new("--markdown") { Description = "Write the tables to this file as Markdown.", HelpName = "FILE" };

    /// <summary>Which models to run; a text that leaves none is an error.</summary>
    public static Option<string?> Filter()
    {
        var filter = new Option<string?>("--filter") { Description = "Only models whose title contains this text: 'ghost', '40x128', 'gru 1x'.", HelpName = "TEXT" };
        filter.Validators.Add(static result =>
        {
            string? text = result.GetValueOrDefault<string?>();
            if (BenchModels.Matching(text).Count == 0)
            {
                result.AddError($"No model's title contains '{text}'. Titles are 'gru 40x128' or 'ghost_gru 40x128'; without --filter all are measured.");
            }
        });
        return filter;
    }
}
