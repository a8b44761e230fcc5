using GhostGen.Generator.Parsing;
using GhostGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Xunit;

namespace GhostGen.Generator.Tests.Diagnostics;

/// <summary>While a person types, attributes are incomplete or wrong in ways the compiler itself reports. The analyzer and the parser stay calm.</summary>
public sealed class GarbageTests
{
    private static readonly string[] Values =
    [
        "", "0", "1", "-1", "int.MinValue", "int.MaxValue", "1L", "2u", "3.0", "double.NaN", "-1e308", "1f / 0", "null", "default", "\"x\"", "\"\"", "'c'", "true",
        "typeof(int)", "typeof(T)", "new int[] { 1 }", "new[] { \"a\" }", "new object[0]", "[1, 2]", "Missing", "Missing.Member", "nameof(Amp)", "Activation.Tanh", "(Activation)99",
        "(ResetForm)(-5)", "(CheapMap)int.MaxValue", "ResetForm.", "checked(int.MaxValue + 1)", "1 / 0", "$\"{1}\"", "Amp.InputSize", "(", "@", "1, 2, 3", "input: 1", "hidden: 2, hidden: 3", "file: 1",
    ];

    private static readonly string[] Names = ["Ratio", "Cheap", "Groups", "CheapActivation", "CheapBias", "Reset", "CandidateActivation", "Activation", "Bias", "Name", "File", "Input", "Hidden", "Units", "Nothing"];

    [Theory]
    [InlineData("GhostModel")]
    [InlineData("Gru")]
    [InlineData("GhostGru")]
    [InlineData("Dense")]
    [InlineData("Layer")]
    public async Task No_argument_makes_the_analyzer_throw(string attribute)
    {
        List<string> arguments =
        [
            .. Values,
            .. Values.Select(static value => "1, " + value),
            .. Values.SelectMany(static value => Names, static (value, name) => $"1, 8, {name} = {value}"),
            .. Names.Select(static name => $"1, 8, {name} = 1, {name} = 2"),
            .. Names.Select(static name => $"{name}: 1"),
        ];
        string model = attribute == "GhostModel" ? "" : "GhostModel, ";

        // All of them in one compilation: a fresh one for each would only measure the compiler.
        string source = "using GhostGen;\n" + string.Join("\n", arguments.Select((argument, i) => $"namespace N{i} {{ [{model}{attribute}({argument})] partial class Amp {{ }} }}"));
        Compilation compilation = Compilations.Create(source);
        Assert.NotEmpty(await Analysis.Run(compilation));
        for (int i = 0; i < arguments.Count; i++)
        {
            if (compilation.GetTypeByMetadataName($"N{i}.Amp") is { } type)
            {
                ParsedClass parsed = ClassParser.Parse(type, CancellationToken.None);
                Assert.True(parsed.Spec is null || parsed.Findings.Count == parsed.Spec.Mistakes.Count, arguments[i]);
            }
        }
    }

    [Theory]
    [InlineData("[GhostModel")]
    [InlineData("[GhostModel, Gru(1, 8)] partial class")]
    [InlineData("[GhostModel, Gru(1, 8)]")]
    [InlineData("[GhostModel, Gru(1, 8)] partial class { }")]
    [InlineData("[GhostModel, Gru(1, 8)] partial class Amp<")]
    [InlineData("[GhostModel, Gru(1, 8)] partial class Amp : Missing { }")]
    [InlineData("[GhostModel, Gru(1, 8)] partial class Amp : Amp { }")]
    [InlineData("[GhostModel, Gru(1, 8)] partial class Amp : System.Collections.Generic.List< { Amp(, ) : this( }")]
    [InlineData("[GhostModel, GhostModel(\"x\"), Gru(1, 8), Gru] partial class Amp { } [GhostModel] partial class Amp { }")]
    [InlineData("[GhostModel, Gru(1, 8)] enum Amp { } [GhostModel] delegate void D(); [assembly: GhostModel]")]
    [InlineData("[GhostModel, Gru(1, 8)] partial struct Amp { partial struct Amp { } } partial class Amp { }")]
    [InlineData("[type: GhostModel] [return: Gru(1, 8)] partial class Amp { [GhostModel] void Step() { } [Gru(1, 8)] int State { get; } }")]
    [InlineData("#if X\n[GhostModel]\n#endif\npartial class Amp { }\n#nullable")]
    public async Task No_source_makes_the_analyzer_throw(string source)
    {
        Compilation compilation = Compilations.Create("using GhostGen;\n" + source);
        await Analysis.Run(compilation);
        foreach (INamedTypeSymbol type in compilation.Assembly.GlobalNamespace.GetTypeMembers())
        {
            Assert.NotNull(ClassParser.Parse(type, CancellationToken.None));
        }
    }

    [Fact]
    public async Task Every_prefix_of_a_source_is_survived()
    {
        const string Source = "using GhostGen; namespace A { partial class B { [GhostModel(\"a.ghost.json\"), GhostGru(input: 10, hidden: 154, Ratio = 2.5)] public sealed partial class Amp : C { public Amp(int x) : this() { } } } }";
        for (int length = 0; length < Source.Length; length += 3)
        {
            await Analysis.Run(Compilations.Create(Source[..length]));
        }
    }
}
