using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GhostGen.Compiling;

/// <summary>The build properties that the package's targets give the generator: every additional file is a <c>GhostModel</c> item.</summary>
internal sealed class ModelFileOptions : AnalyzerConfigOptionsProvider
{
    internal static readonly ModelFileOptions Instance = new();

    private static readonly Values ForModelFiles = new(new() { ["build_metadata.AdditionalFiles.SourceItemGroup"] = "GhostModel" });
    private static readonly Values None = new([]);

    public override AnalyzerConfigOptions GlobalOptions => None;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => ForModelFiles;

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
