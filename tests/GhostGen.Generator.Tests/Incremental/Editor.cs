using System.Collections.Immutable;
using GhostGen.Generator.Parsing;
using GhostGen.Generator.Pipeline;
using GhostGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace GhostGen.Generator.Tests.Incremental;

/// <summary>A project that is edited between runs of one driver, as in an editor.</summary>
internal sealed class Editor
{
    private readonly List<MemoryText> files;
    private CSharpCompilation compilation;
    private GeneratorDriver driver;

    internal Editor(IReadOnlyList<string> sources, params IEnumerable<MemoryText> files)
    {
        compilation = Compilations.Create([.. sources]);
        this.files = [.. files];
        driver = Generation.CreateDriver(this.files, Compilations.ParseOptions);
    }

    /// <summary>Replaces a source's text.</summary>
    internal void Edit(int source, string before, string after)
    {
        SyntaxTree tree = compilation.SyntaxTrees[source];
        string text = tree.ToString();
        Assert.Contains(before, text, StringComparison.Ordinal);
        compilation = compilation.ReplaceSyntaxTree(
            tree, CSharpSyntaxTree.ParseText(text.Replace(before, after, StringComparison.Ordinal), Compilations.ParseOptions, tree.FilePath));
    }

    /// <summary>Saves a model file with another text.</summary>
    internal void Save(MemoryText file)
    {
        int index = files.FindIndex(known => known.Path == file.Path);
        driver = driver.ReplaceAdditionalText(files[index], file);
        files[index] = file;
    }

    internal void Add(MemoryText file)
    {
        files.Add(file);
        driver = driver.AddAdditionalTexts([file]);
    }

    internal void Remove(string path)
    {
        MemoryText file = files.Single(known => known.Path == path);
        files.Remove(file);
        driver = driver.RemoveAdditionalTexts([file]);
    }

    /// <summary>Changes what the project says of its files.</summary>
    internal void Configure(MemoryOptions options) => driver = driver.WithUpdatedAnalyzerConfigOptions(options);

    /// <summary>Runs the generator and says why each step had which output, a line per step.</summary>
    internal string Run()
    {
        driver = driver.RunGenerators(compilation);
        GeneratorRunResult result = Assert.Single(driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        string[] names = [PipelineSteps.Classes, PipelineSteps.Files, PipelineSteps.Names, PipelineSteps.Models, PipelineSteps.Steps, PipelineSteps.Weights, PipelineSteps.Stubs];
        IEnumerable<string> lines = names
            .Select(name => Line(name, result.TrackedSteps.TryGetValue(name, out ImmutableArray<IncrementalGeneratorRunStep> steps) ? steps.SelectMany(static step => step.Outputs).Select(Describe) : []))
            .Append(Line("Output", result.TrackedOutputSteps.Values.SelectMany(static steps => steps).SelectMany(DescribeOutput)));
        return string.Join("\n", lines);
    }

    /// <summary>The names of the files that the last run wrote.</summary>
    internal IEnumerable<string> WrittenFiles => driver.GetRunResult().Results.Single().GeneratedSources.Select(static source => source.HintName).Order(StringComparer.Ordinal);

    private static string Line(string name, IEnumerable<string> outputs) => $"{name,-8}{string.Join(", ", outputs.Order(StringComparer.Ordinal))}".TrimEnd();

    private static string Describe((object Value, IncrementalStepRunReason Reason) output) => $"{Subject(output.Value)} {output.Reason}".Trim();

    private static IEnumerable<string> DescribeOutput(IncrementalGeneratorRunStep step)
    {
        (IncrementalGeneratorRunStep source, int index) = Assert.Single(step.Inputs);
        string file = source.Outputs[index].Value switch
        {
            StepSource value => value.HintName + ".g.cs",
            WeightsSource value => value.HintName + ".Weights.g.cs",
            StubSource value => value.HintName + ".g.cs",
            object other => other.ToString()!,
        };
        return step.Outputs.Select(output => $"{file} {output.Reason}");
    }

    private static string Subject(object value) => value switch
    {
        ClassSpec spec => spec.Class.Name,
        ModelFileSpec file => Path.GetFileName(file.Path),
        PlannedModel model => model.Step.Class.Name,
        StepSource step => step.Class.Name,
        WeightsSource weights => weights.Class.Name,
        StubSource stub => stub.Class.Name,
        _ => "",
    };
}
