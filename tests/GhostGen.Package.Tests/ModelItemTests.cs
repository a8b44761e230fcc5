using Xunit;

namespace GhostGen.Package.Tests;

/// <summary>Which files of a project become models.</summary>
public sealed class ModelItemTests
{
    private const string ModelGroup = "GhostModel";
    private readonly Consumer project;

    public ModelItemTests(LocalFeed feed)
    {
        project = feed.Create($"Items{Guid.NewGuid():N}");
        project.Add(SampleModelTests.FilePath);
        project.Write("models/deep.ghost.json", "{}");
        project.Write("models/other.json", File.ReadAllText(SampleModelTests.FilePath));
        project.Write("bin/built.ghost.json", "{}");
        project.Write("obj/built.ghost.json", "{}");
        project.Targets("-t:Restore").Succeeded();
    }

    [Fact]
    public void Model_files_are_picked_up_by_their_name()
    {
        Assert.Equal([("kws.ghost.json", ModelGroup), ("models/deep.ghost.json", ModelGroup)], project.AdditionalFiles().Order());

        // They stay in sight, and a project can have them copied as it would any other file.
        string none = project.Targets("-getItem:None").Succeeded().Output;
        Assert.Contains("kws.ghost.json", none, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EnableDefaultGhostModelItems")]
    [InlineData("EnableDefaultItems")]
    public void A_project_can_opt_out(string property) => Assert.Empty(project.AdditionalFiles($"-p:{property}=false"));

    [Fact]
    public void A_file_that_is_listed_as_well_is_a_model_once()
    {
        project.Write("Directory.Build.targets", """
            <Project>
              <ItemGroup>
                <GhostModel Include="kws.ghost.json;models/../kws.ghost.json;models/other.json" />
                <AdditionalFiles Include="kws.ghost.json;notes.txt" />
              </ItemGroup>
            </Project>
            """);
        Assert.Equal(
            [("kws.ghost.json", ModelGroup), ("models/deep.ghost.json", ModelGroup), ("notes.txt", ""), ("obj/Debug/net10.0/ghostgen/models/other.json.ghost.json", ModelGroup)],
            project.AdditionalFiles().Order());
    }
}
