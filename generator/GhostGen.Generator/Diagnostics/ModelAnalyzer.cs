using System.Collections.Immutable;
using GhostGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GhostGen.Generator.Diagnostics;

/// <summary>
/// Says what is wrong with models. It reads them with the generator's own parser, and the generator itself reports nothing: locations
/// would have to travel through its pipeline, and every keystroke moves them.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Rules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterAdditionalFileAction(AnalyzeFile);
        context.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
    }

    /// <summary>A file's defects are reported in the file: once, however many classes name it.</summary>
    private static void AnalyzeFile(AdditionalFileAnalysisContext context)
    {
        AdditionalText file = context.AdditionalFile;
        AnalyzerConfigOptions options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(file);
        if (ModelFiles.IsModelFile(file, options)
            && ModelFiles.Read(file, options, context.CancellationToken) is { Defect: { } defect } spec
            && file.GetText(context.CancellationToken) is { } text)
        {
            context.ReportDiagnostic(DefectFindings.Of(defect, spec.Path, file.Path, text));
        }
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        ParsedClass parsed = ClassParser.Parse((INamedTypeSymbol)context.Symbol, context.CancellationToken);
        foreach (Finding finding in parsed.Findings)
        {
            context.ReportDiagnostic(finding.ToDiagnostic());
        }

        if (parsed.Spec is { Class.File: { } name } spec
            && ModelJoin.Join(spec, ReadFiles(context.Options, context.CancellationToken)).Problem is { } problem)
        {
            context.ReportDiagnostic(JoinFindings.Of(problem, name, parsed).ToDiagnostic());
        }
    }

    private static List<ModelFileSpec> ReadFiles(AnalyzerOptions options, CancellationToken cancellation) => options.AdditionalFiles
        .Select(file => (File: file, Options: options.AnalyzerConfigOptionsProvider.GetOptions(file)))
        .Where(static pair => ModelFiles.IsModelFile(pair.File, pair.Options))
        .Select(pair => ModelFiles.Read(pair.File, pair.Options, cancellation))
        .ToList();
}
