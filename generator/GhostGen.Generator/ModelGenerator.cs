using System.Text;
using GhostGen.Generator.Emission;
using GhostGen.Generator.Parsing;
using GhostGen.Generator.Pipeline;
using GhostGen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GhostGen.Generator;

/// <summary>
/// Compiles annotated classes. Every step of the pipeline passes values on, so an edit that changes neither a class's attributes nor
/// its model file runs the parser and nothing else. Mistakes are the analyzer's to report, unless analyzers are switched off: a class whose model
/// has one gets members that throw, and one of which no other part can be written is left out here.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ModelGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ClassSpec> classes = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.ModelMetadataName,
                static (node, _) => node is TypeDeclarationSyntax,
                static (attributed, cancellation) => attributed.TargetSymbol is INamedTypeSymbol symbol ? ClassParser.Parse(symbol, cancellation).Spec : null)
            .Where(static spec => spec is not null)
            .Select(static (spec, _) => spec!)
            .WithTrackingName(PipelineSteps.Classes);

        IncrementalValuesProvider<ModelFileSpec> files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => ModelFiles.IsModelFile(pair.Left, pair.Right.GetOptions(pair.Left)))
            .Select(static (pair, cancellation) => ModelFiles.Read(pair.Left, pair.Right.GetOptions(pair.Left), cancellation))
            .WithTrackingName(PipelineSteps.Files);

        IncrementalValueProvider<Sequence<string>> names = classes
            .Select(static (spec, _) => HintNames.Of(spec.Class))
            .Collect()
            .Select(static (all, _) => new Sequence<string>(all))
            .WithTrackingName(PipelineSteps.Names);

        // Each class picks its own file out of all of them: a change of one file leaves the other models as they were.
        IncrementalValuesProvider<JoinResult> joined = classes
            .Combine(files.Collect())
            .Select(static (pair, _) => ModelJoin.Join(pair.Left, pair.Right));

        IncrementalValuesProvider<PlannedModel> models = joined
            .Select(static (result, _) => result.Model)
            .Where(static model => model is not null)
            .Combine(names)
            .Select(static (pair, _) => PlannedModel.Of(pair.Left!, pair.Right))
            .WithTrackingName(PipelineSteps.Models);

        context.RegisterSourceOutput(
            models.Select(static (model, _) => model.Step).WithTrackingName(PipelineSteps.Steps),
            static (output, step) => output.AddSource(
                step.HintName + ".g.cs",
                SourceText.From(ModelEmitter.Emit(step.Class, step.Plan, step.Labels), Encoding.UTF8)));

        context.RegisterSourceOutput(
            models.Where(static model => model.Weights is not null).Select(static (model, _) => model.Weights!).WithTrackingName(PipelineSteps.Weights),
            static (output, weights) => output.AddSource(
                weights.HintName + HintNames.WeightsSuffix + ".g.cs",
                SourceText.From(WeightsEmitter.Emit(weights.Class, weights.Plan, weights.File.Manifest!), Encoding.UTF8)));

        IncrementalValuesProvider<StubSource> stubs = joined
            .Select(static (result, _) => result.Stub)
            .Where(static stub => stub is not null)
            .Combine(names)
            .Select(static (pair, _) => StubSource.Of(pair.Left!, pair.Right))
            .WithTrackingName(PipelineSteps.Stubs);

        context.RegisterSourceOutput(
            stubs,
            static (output, stub) => output.AddSource(
                stub.HintName + ".g.cs",
                SourceText.From(StubEmitter.Emit(stub.Class, stub.Shape, stub.Errors), Encoding.UTF8)));

        context.RegisterSourceOutput(
            stubs.Collect()
                .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) => AnalyzerOption.AreOff(options.GlobalOptions)))
                .SelectMany(static (pair, _) => pair.Right ? ToReport(pair.Left) : []),
            static (output, mistake) => output.ReportDiagnostic(mistake.ToDiagnostic()));
    }

    /// <summary>What is wrong with a file is said once, however many classes name it.</summary>
    private static IEnumerable<Mistake> ToReport(IEnumerable<StubSource> stubs)
    {
        Mistake[] all = [.. stubs.SelectMany(static stub => stub.Mistakes)];
        return all.Where(static mistake => mistake.Place is null).Concat(all.Where(static mistake => mistake.Place is not null).Distinct());
    }
}
