using GhostGen.Importing;
using Xunit;

namespace GhostGen.Package.Tests;

/// <summary>What the README shows is what a user with one package reference can paste: every example is a program, and runs.</summary>
public sealed class ReadmeTests(LocalFeed feed)
{
    public static TheoryData<int> Examples => [.. Enumerable.Range(1, ReadmeText.Programs.Length)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_compiles_without_a_warning_and_runs(int example)
    {
        string program = ReadmeText.Programs[example - 1];
        Consumer project = feed.Create($"Readme{example}");
        project.Add(SampleModelTests.FilePath);
        if (program.Contains(ReadmeText.TrainedFile, StringComparison.Ordinal))
        {
            // Any model will do to see that the example compiles; FromPyTorchTests trains the one that is meant.
            ModelExport.Save(ModelFile.Load(SampleModelTests.FilePath), project.PathOf(ReadmeText.TrainedFile));
            project.Write("Directory.Build.targets", $"<Project>{ReadmeText.TrainedItems}</Project>");
        }

        project.Write("Program.cs", program);
        project.Build().Succeeded();
        CommandLine.Dotnet(project.Folder, "run", "-c", "Release", "--no-build").Succeeded();
    }
}
