using Xunit;

namespace GhostGen.Package.Tests;

/// <summary>A project whose model has a mistake: its build fails, and says why before anything else.</summary>
public sealed class MistakenModelTests(LocalFeed feed)
{
    private const string Program = """
        using GhostGen;

        var spotter = new Spotter();
        spotter.Step(new float[Spotter.InputSize], new float[Spotter.OutputSize]);
        spotter.Run(new float[Spotter.InputSize], new float[Spotter.OutputSize]);
        spotter.Reset();
        Console.WriteLine(Spotter.Info.Parameters + spotter.State.Length + Many.Of(spotter).Streams);

        internal static class Many
        {
            private static readonly Spotter.Batch Eight = new(8);

            internal static IStreamingBatch Of(IStreamingModel model) => model.Info.StateSize == 0 ? Eight : new Spotter.Batch(8);
        }

        [GhostModel("kws.ghost.json")]
        internal sealed partial class Spotter;
        """;

    [Fact]
    public void It_is_the_only_error_whatever_the_project_says_of_warnings_and_analyzers()
    {
        Consumer project = feed.Create("CutOff");
        string text = File.ReadAllText(SampleModelTests.FilePath);
        project.Write("kws.ghost.json", text[..^20]);
        project.Write("Program.cs", Program);
        foreach (string option in (string[])["-p:Platform=AnyCPU", "-p:NoWarn=GHOST104", "-p:RunAnalyzers=false", "-p:RunAnalyzersDuringBuild=false"])
        {
            CommandResult result = project.Build(option);
            Assert.NotEqual(0, result.ExitCode);
            string[] errors = [.. result.Output.Split('\n').Where(static line => line.Contains("error ", StringComparison.Ordinal)).Select(static line => line.Trim()).Distinct()];
            string error = Assert.Single(errors);
            Assert.StartsWith(project.PathOf("kws.ghost.json") + "(", error, StringComparison.Ordinal);
            Assert.Contains(": error GHOST104: ", error, StringComparison.Ordinal);
        }

        project.Write("kws.ghost.json", text);
        project.Build("-p:RunAnalyzers=false").Succeeded();
    }
}
