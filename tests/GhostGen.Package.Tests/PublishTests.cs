using Xunit;

namespace GhostGen.Package.Tests;

/// <summary>The same program trimmed and compiled ahead of time: the same bits, no warnings, and one hint where there is something to win.</summary>
public sealed class PublishTests(LocalFeed feed)
{
    private const string Hint = "GHOST090";
    private const string Aot = "-p:PublishAot=true";
    private static readonly Dictionary<string, string> WithoutFusedMultiplyAdd = new() { ["DOTNET_EnableAVX2"] = "0" };

    [Fact]
    public void A_trimmed_program_computes_the_same_bits_without_a_warning()
    {
        CommandResult publish = feed.App.Value.Publish("trimmed", "--self-contained", "-p:PublishTrimmed=true").Succeeded();
        Assert.Equal(0, publish.LinesWith("warning"));
        Assert.Equal(feed.App.Value.Run(), feed.App.Value.RunPublished("trimmed"));
    }

    [Fact]
    public void A_native_program_for_any_x64_machine_computes_the_bits_of_the_jit_without_fused_multiply_add_and_is_told_what_that_costs()
    {
        Platform.RequireLinker();
        Platform.RequireX64WithFusedMultiplyAdd();
        CommandResult publish = feed.App.Value.Publish("default", Aot).Succeeded();
        Assert.Equal(1, publish.LinesWith("warning"));
        Assert.Equal(1, publish.LinesWith($"warning {Hint}"));

        AppReport separate = feed.App.Value.Run(WithoutFusedMultiplyAdd);
        Assert.False(separate.IsFused);
        Assert.Equal(separate with { IsNative = true }, feed.App.Value.RunPublished("default"));
    }

    [Fact]
    public void A_native_program_for_avx2_machines_computes_the_bits_of_the_jit()
    {
        Platform.RequireLinker();
        Platform.RequireX64WithFusedMultiplyAdd();
        CommandResult publish = feed.App.Value.Publish("avx2", Aot, "-p:IlcInstructionSet=x86-64-v3").Succeeded();
        Assert.Equal(0, publish.LinesWith("warning"));
        Assert.Equal(feed.App.Value.Run() with { IsNative = true }, feed.App.Value.RunPublished("avx2"));
    }

    [Theory]
    [InlineData("linux-x64", "", 1)]
    [InlineData("win-x64", "", 1)]
    [InlineData("linux-x64", "-p:IlcInstructionSet=native", 0)]
    [InlineData("linux-x64", "-p:NoWarn=GHOST090", 0)]
    [InlineData("linux-x64", "-p:PublishAot=false", 0)]
    [InlineData("linux-arm64", "", 0)]
    public void The_hint_is_given_where_the_default_is_slow_and_nobody_has_chosen(string runtime, string argument, int count)
    {
        string[] arguments = ["-t:WarnOfMissingInstructionSet", $"-p:RuntimeIdentifier={runtime}", Aot, argument];
        Assert.Equal(count, feed.App.Value.Targets([.. arguments.Where(static text => text.Length > 0)]).Succeeded().LinesWith(Hint));
    }

    [Fact]
    public void Building_without_publishing_gives_no_hint() =>
        Assert.Equal(0, feed.App.Value.Build(Aot, "-r", Platform.Runtime).Succeeded().LinesWith(Hint));

    [Fact]
    public void A_program_whose_library_holds_the_models_gets_the_hint_too()
    {
        feed.Create("Library");
        Consumer program = feed.Create("Outer");
        program.Write("Outer.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../Library/Library.csproj" />
              </ItemGroup>
            </Project>
            """);
        program.Targets("-t:Restore").Succeeded();
        CommandResult result = program.Targets("-t:WarnOfMissingInstructionSet", "-p:RuntimeIdentifier=linux-x64", Aot).Succeeded();
        Assert.Equal(1, result.LinesWith($"warning {Hint}"));
    }
}
