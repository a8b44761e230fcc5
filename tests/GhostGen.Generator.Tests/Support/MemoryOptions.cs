using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GhostGen.Generator.Tests.Support;

/// <summary>What a project says of its additional files: which item group each comes from, and which file it was converted from; and whether it runs analyzers.</summary>
/// <param name="groups">The item group of each path that has one.</param>
/// <param name="sources">The source of each path that has one, as compiler options hold it.</param>
/// <param name="analyzersAreOff">What the package's targets say of analyzers, if anything.</param>
internal sealed class MemoryOptions(IReadOnlyDictionary<string, string> groups, IReadOnlyDictionary<string, string>? sources = null, string? analyzersAreOff = null)
    : AnalyzerConfigOptionsProvider
{
    /// <summary>A project that says nothing.</summary>
    internal static readonly MemoryOptions Empty = new(new Dictionary<string, string>());

    /// <summary>What is said of a file of which nothing is said.</summary>
    internal static readonly AnalyzerConfigOptions None = new Options(null, null, null);

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions => new Options(null, null, analyzersAreOff);

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        new Options(groups.GetValueOrDefault(textFile.Path), sources?.GetValueOrDefault(textFile.Path), null);

    private sealed class Options(string? group, string? source, string? analyzersAreOff) : AnalyzerConfigOptions
    {
        /// <inheritdoc/>
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key switch
            {
                "build_metadata.AdditionalFiles.SourceItemGroup" => group,
                "build_metadata.AdditionalFiles.GhostModelSource" => source,
                "build_property.GhostGenAnalyzersAreOff" => analyzersAreOff,
                _ => null,
            };
            return value is not null;
        }
    }
}
