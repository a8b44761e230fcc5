using System.Globalization;
using Xunit;

namespace GhostGen.Package.Tests;

/// <summary>The README's way from PyTorch to a compiled class, step by step as it stands there.</summary>
public sealed class FromPyTorchTests(LocalFeed feed)
{
    /// <summary>Two roundings to the digits that are printed, and what two orders of summation may differ by.</summary>
    private const double MostDifference = 1e-5;

    [Fact]
    public void What_the_readme_trains_is_what_its_program_prints()
    {
        Consumer project = feed.Create("FromPyTorch");
        project.Write("train.py", ReadmeText.Training);
        double[] trained = Numbers(Python.Run(project.Folder, "train.py").Succeeded());
        Assert.True(File.Exists(project.PathOf(ReadmeText.TrainedFile)));

        project.Write("Directory.Build.targets", $"<Project>{ReadmeText.TrainedItems}</Project>");
        project.Write("Program.cs", ReadmeText.Programs.Single(static program => program.Contains(ReadmeText.TrainedFile, StringComparison.Ordinal)));
        double[] compiled = Numbers(CommandLine.Dotnet(project.Folder, "run", "-c", "Release").Succeeded());

        // Four probabilities, and not four equal ones: the model has learned something to be wrong about.
        Assert.Equal(4, trained.Length);
        Assert.InRange(trained.Max(), 0.3, 1);
        Assert.Equal(trained.Length, compiled.Length);
        Assert.All(trained.Zip(compiled), static pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, MostDifference));
    }

    private static double[] Numbers(CommandResult result) => [.. result.Output
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)[0]
        .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(static text => double.Parse(text, CultureInfo.InvariantCulture))];
}
