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
        if (ModelFiles.IsModelFile(file, context.Options.AnalyzerConfigOptionsProvider.GetOptions(file))
            && ModelFiles.Read(file, context.CancellationToken).Defect is { } defect
            && file.GetText(context.CancellationToken) is { } text)
        {
            Location location = TextLocation.Of(file.Path, text, defect.Line, defect.Column);
            context.ReportDiagnostic(Diagnostic.Create(DefectRules.Of(defect.Kind), location, defect.Reason.TrimEnd('.')));
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
        .Where(file => ModelFiles.IsModelFile(file, options.AnalyzerConfigOptionsProvider.GetOptions(file)))
        .Select(file => ModelFiles.Read(file, cancellation))
        .ToList();
}
