using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GhostGen.Generator.Tests.Support;

/// <summary>What a project says of its additional files: which item group each comes from.</summary>
/// <param name="groups">The item group of each path that has one.</param>
internal sealed class MemoryOptions(IReadOnlyDictionary<string, string> groups) : AnalyzerConfigOptionsProvider
{
    /// <summary>A project that says nothing.</summary>
    internal static readonly MemoryOptions Empty = new(new Dictionary<string, string>());

    private static readonly Options None = new(null);

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions => None;

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        groups.TryGetValue(textFile.Path, out string? group) ? new Options(group) : None;

    private sealed class Options(string? group) : AnalyzerConfigOptions
    {
        /// <inheritdoc/>
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "build_metadata.AdditionalFiles.SourceItemGroup" ? group : null;
            return value is not null;
        }
    }
}
