using EdgeAot;
using GhostGen.Kernels;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Reference;
using Xunit;

namespace GhostGen.Package.Tests;

/// <summary>A project with one package reference, compiled and run.</summary>
public sealed class ConsumerTests(LocalFeed feed)
{
    private const string Program = """
        using GhostGen;

        var model = new Spotter();
        model.Step(new float[Spotter.InputSize], new float[Spotter.OutputSize]);

        [GhostModel("kws.ghost.json")]
        internal sealed partial class Spotter;
        """;

    [Fact]
    public void One_package_reference_is_enough_to_compile_and_run_models()
    {
        AppReport report = feed.App.Value.Run();
        var enhancer = new ModelShape("Enhancer", new([new GhostGruShape("ghost", 40, 128), new DenseShape("gains", 128, 40) { Activation = Activation.Sigmoid }]));
        ModelManifest[] files = [ModelFile.Load(SampleModelTests.FilePath), MadeUpWeights.Of(enhancer)];
        Precision[] precisions = Enum.GetValues<Precision>();
        ulong[] digests = [.. precisions.SelectMany(precision => files, static (precision, file) => OutputDigest.OfSteps(new ReferenceModel(file, precision: precision)))];
        Assert.Equal(new AppReport(IsNative: false, Scalar.IsFused, new(digests)), report);
    }

    [Fact]
    public void The_compiler_runs_again_when_the_model_changes_and_only_then()
    {
        Consumer project = feed.Create("Incremental");
        project.Add(SampleModelTests.FilePath);
        project.Write("Program.cs", Program);
        project.Build().Succeeded();
        DateTime first = File.GetLastWriteTimeUtc(project.CompiledAssembly);

        project.Build().Succeeded();
        Assert.Equal(first, File.GetLastWriteTimeUtc(project.CompiledAssembly));

        project.Write("kws.ghost.json", File.ReadAllText(SampleModelTests.FilePath).Replace("\"stop\"", "\"halt\"", StringComparison.Ordinal));
        project.Build().Succeeded();
        Assert.NotEqual(first, File.GetLastWriteTimeUtc(project.CompiledAssembly));
    }

    [Fact]
    public void A_model_that_is_not_among_the_items_is_an_error_that_says_so()
    {
        Consumer project = feed.Create("Missing");
        project.Add(SampleModelTests.FilePath);
        project.Write("Program.cs", Program);
        CommandResult result = project.Build("-p:EnableDefaultGhostModelItems=false");
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("GHOST041", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Generated_code_raises_no_warning_under_every_analysis_of_the_framework()
    {
        Consumer project = feed.Create("Strict");
        project.Add(SampleModelTests.FilePath);
        project.Write("Models.cs", """
            using GhostGen;

            namespace Strict;

            /// <summary>Weights are compiled in.</summary>
            [GhostModel("kws.ghost.json")]
            public sealed partial class Compiled;

            /// <summary>Weights are loaded.</summary>
            [GhostModel]
            [GhostGru(10, 24, Cheap = CheapMap.Grouped, Groups = 3, Reset = ResetForm.BeforeProduct)]
            [Gru(9)]
            [Dense(4, Activation = Activation.Softmax)]
            public sealed partial class Loaded;
            """);
        string[] strict = ["-p:OutputType=Library", "-p:AnalysisLevel=latest-all", "-p:EnforceCodeStyleInBuild=true", "-p:GenerateDocumentationFile=true"];

        // The sign that the rules are on: one that only this level turns on finds something.
        project.Write("Flaw.cs", "namespace Strict; /// <summary>Flawed.</summary>\npublic class Flaw { /// <summary>Could be static.</summary>\npublic int One() => 1; }");
        Assert.Contains("CA1822", project.Build(strict).Output, StringComparison.Ordinal);
        project.Write("Flaw.cs", "");
        CommandResult result = project.Build(strict).Succeeded();
        Assert.DoesNotContain("warning", result.Output.Replace("0 Warning(s)", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }
}
