using System.Collections.Immutable;
using GhostGen.Generator.Diagnostics;
using GhostGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace GhostGen.Generator.Tests.Diagnostics;

/// <summary>A program with a stub in it compiles but for the rule that is broken, so nothing that a project can say keeps that from being reported.</summary>
public sealed class SwitchedOffTests
{
    private const string Path = "/app/amp.ghost.json";
    private const string Source = "using GhostGen; [GhostModel(\"amp.ghost.json\")] partial class Amp { } [GhostModel, Gru(1, -2)] partial class Free { }";

    private static readonly MemoryText Broken = new(Path, "{\n  \"format\": \"other/1\" }");

    [Fact]
    public async Task No_option_of_a_project_turns_an_error_off()
    {
        CSharpCompilation compilation = Compilations.Create("#pragma warning disable\n#pragma warning disable GHOST030, GHOST108\n" + Source);
        foreach (ReportDiagnostic option in (ReportDiagnostic[])[ReportDiagnostic.Suppress, ReportDiagnostic.Hidden, ReportDiagnostic.Warn])
        {
            ImmutableDictionary<string, ReportDiagnostic> options = Rules.All.ToImmutableDictionary(static rule => rule.Id, _ => option);
            IReadOnlyList<Diagnostic> diagnostics = await Analysis.Run(compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(options)), [Broken]);
            Assert.Equal(["GHOST030", "GHOST108"], diagnostics.Select(static diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
            Assert.All(diagnostics, static diagnostic => Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity));
            Assert.All(diagnostics, static diagnostic => Assert.False(diagnostic.IsSuppressed));
        }
    }

    [Fact]
    public void Each_error_says_that_it_cannot_be_turned_off() => Assert.All(
        Rules.All,
        static rule => Assert.Equal(rule.DefaultSeverity == DiagnosticSeverity.Error, rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable)));

    [Fact]
    public void Where_a_project_runs_no_analyzers_the_generator_reports_what_stubs_stand_for()
    {
        Diagnostic[] diagnostics = [.. Run("true").OrderBy(static diagnostic => diagnostic.Id)];
        Assert.Equal(["GHOST030", "GHOST108"], diagnostics.Select(static diagnostic => diagnostic.Id));
        Assert.All(diagnostics, static diagnostic => Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity));
        Analysis.AssertMessage(diagnostics[0], "-2");
        Analysis.AssertMessage(diagnostics[1], "'other/1'");
        FileLinePositionSpan place = diagnostics[1].Location.GetLineSpan();
        Assert.Equal(Path, place.Path);
        Assert.Equal(1, place.StartLinePosition.Line);
        Assert.Equal(12, place.StartLinePosition.Character);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("false")]
    public void Elsewhere_the_generator_leaves_it_to_the_analyzer(string? analyzersAreOff) => Assert.Empty(Run(analyzersAreOff));

    [Fact]
    public void A_defect_of_a_file_that_several_classes_name_is_reported_once()
    {
        const string Several = "using GhostGen; [GhostModel(\"amp.ghost.json\")] partial class A { } [GhostModel(\"amp.ghost.json\")] partial class B { } [GhostModel] partial class C { }";
        var options = new MemoryOptions(new Dictionary<string, string>(), analyzersAreOff: "true");
        Assert.Equal(["GHOST020", "GHOST108"], Run(Several, Broken, options).Diagnostics.Select(static diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_converted_file_is_named_without_a_place_in_it()
    {
        var text = new MemoryText("/app/obj/amp.onnx.ghost.json", Broken.GetText(TestContext.Current.CancellationToken)!.ToString());
        var sources = new Dictionary<string, string> { [text.Path] = "/app/amp.onnx" };
        var options = new MemoryOptions(new Dictionary<string, string>(), sources, "true");
        const string Source = "using GhostGen; [GhostModel(\"amp.onnx\")] partial class Amp { }";
        Diagnostic reported = Assert.Single(Run(Source, text, options).Diagnostics);
        Assert.Equal("/app/amp.onnx", reported.Location.GetLineSpan().Path);
        Assert.Equal(default, reported.Location.GetLineSpan().StartLinePosition);
        Analysis.AssertMessage(reported, "line 2, column 13", "/app/obj/amp.onnx.ghost.json");
    }

    private static GeneratorRunResult Run(string source, AdditionalText file, MemoryOptions options) => Assert.Single(
        Generation.CreateDriver([file], Compilations.ParseOptions, options)
            .RunGenerators(Compilations.Create(source), TestContext.Current.CancellationToken)
            .GetRunResult().Results);

    private static ImmutableArray<Diagnostic> Run(string? analyzersAreOff)
    {
        var options = new MemoryOptions(new Dictionary<string, string>(), analyzersAreOff: analyzersAreOff);
        GeneratorRunResult result = Run(Source, Broken, options);
        Assert.Equal(["Amp.g.cs", "Free.g.cs"], result.GeneratedSources.Select(static source => source.HintName).Order(StringComparer.Ordinal));
        return result.Diagnostics;
    }
}
