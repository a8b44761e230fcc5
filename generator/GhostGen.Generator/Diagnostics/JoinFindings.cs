using System.Globalization;
using GhostGen.Generator.Parsing;
using GhostGen.Generator.Planning;
using GhostGen.Modeling;
using Microsoft.CodeAnalysis;

namespace GhostGen.Generator.Diagnostics;

/// <summary>Says in the source what kept a class and its file apart.</summary>
internal static class JoinFindings
{
    /// <summary>A message is read in one line of an editor's list.</summary>
    private const int MostPaths = 8;

    /// <summary>The mistake at the attribute that is at fault.</summary>
    internal static Finding Of(JoinProblem problem, string file, ParsedClass parsed)
    {
        Location location = problem is JoinProblem.ShapeDiffers { Layer: { } layer } ? parsed.LayerLocations[layer] : parsed.FileLocation;
        Mistake mistake = MistakeOf(problem, file);
        return new(mistake.Rule, location, [.. mistake.Arguments]);
    }

    /// <summary>The mistake as a value.</summary>
    internal static Mistake MistakeOf(JoinProblem problem, string file) => problem switch
    {
        JoinProblem.NotFound { Known.Count: 0 } => new(FileRules.NotFound, new([file, "it has no model files"])),
        JoinProblem.NotFound missing => new(FileRules.NotFound, new([file, "its model files are " + List(missing.Known)])),
        JoinProblem.Ambiguous several => new(FileRules.Ambiguous, new([file, List(several.Paths)])),
        JoinProblem.ShapeDiffers shape => new(FileRules.ShapeDiffers, new([file, shape.Difference])),
        JoinProblem.TooManyWeights weights => new(FileRules.TooManyWeights, new([file, Count(weights.Count), Count(Planner.MostCompiledWeights)])),
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "No rule is known for this problem."),
    };

    private static string List(Sequence<string> paths) =>
        string.Join(", ", paths.Take(MostPaths).Select(static path => $"'{path}'")) + (paths.Count > MostPaths ? $" and {Count(paths.Count - MostPaths)} more" : "");

    private static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
