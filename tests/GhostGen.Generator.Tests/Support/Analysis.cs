using System.Collections.Immutable;
using GhostGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace GhostGen.Generator.Tests.Support;

/// <summary>Runs the analyzer over a compilation. An exception in it is the test's failure, not a warning.</summary>
internal static class Analysis
{
    /// <summary>What the analyzer reports, in order of place.</summary>
    internal static async Task<IReadOnlyList<Diagnostic>> Run(Compilation compilation, IEnumerable<AdditionalText>? files = null, AnalyzerConfigOptionsProvider? options = null)
    {
        Exception? thrown = null;
        var analyzerOptions = new AnalyzerOptions([.. files ?? []], options ?? MemoryOptions.Empty);
        var driver = new CompilationWithAnalyzers(
            compilation,
            [new ModelAnalyzer()],
            new CompilationWithAnalyzersOptions(
                analyzerOptions,
                onAnalyzerException: (exception, _, _) => thrown ??= exception,
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false));
        AnalysisResult result = await driver.GetAnalysisResultAsync(CancellationToken.None);
        ImmutableArray<Diagnostic> diagnostics = result.GetAllDiagnostics();
        if (thrown is not null)
        {
            throw new InvalidOperationException("The analyzer threw.", thrown);
        }

        return [.. diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>Asserts that exactly one diagnostic is reported, at the marked place of the first source, and that its message contains all of <paramref name="words"/>.</summary>
    internal static Task Expect(string id, string markedSource, params string[] words) => Expect(id, [markedSource], [], words);

    /// <inheritdoc cref="Expect(string, string, string[])"/>
    internal static async Task Expect(string id, IReadOnlyList<string> sources, IReadOnlyList<AdditionalText> files, params string[] words)
    {
        MarkedSource marked = MarkedSource.Parse(sources[0]);
        Compilation compilation = Compilations.Create([marked.Text, .. sources.Skip(1)]);
        Diagnostic diagnostic = Assert.Single(await Run(compilation, files));
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(compilation.SyntaxTrees.First(), diagnostic.Location.SourceTree);
        Assert.Equal(marked.Part(marked.Span), marked.Part(diagnostic.Location.SourceSpan));
        Assert.Equal(marked.Span, diagnostic.Location.SourceSpan);
        AssertMessage(diagnostic, words);
    }

    /// <summary>Asserts that nothing is reported.</summary>
    internal static async Task ExpectNothing(IReadOnlyList<string> sources, IReadOnlyList<AdditionalText>? files = null) =>
        Assert.Empty(await Run(Compilations.Create([.. sources]), files));

    /// <summary>Asserts that a message is complete and contains all of <paramref name="words"/>.</summary>
    internal static void AssertMessage(Diagnostic diagnostic, params string[] words)
    {
        string message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        Assert.DoesNotContain("{0}", message, StringComparison.Ordinal);
        Assert.False(message.EndsWith('.'), message);
        foreach (string word in words)
        {
            Assert.Contains(word, message, StringComparison.Ordinal);
        }
    }
}
