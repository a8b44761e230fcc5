using GhostGen.Generator.Emission;
using GhostGen.Generator.Parsing;
using GhostGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace GhostGen.Generator.Tests.Parsing;

public sealed class ClassNamesTests
{
    [Theory]
    [InlineData("partial class Amp { }", "Amp", "", "", "Amp")]
    [InlineData("namespace A.B; public partial class Amp { }", "A.B.Amp", "A.B", "", "Amp")]
    [InlineData("namespace @event.@in { partial class @class { } }", "event.in.class", "@event.@in", "", "@class")]
    [InlineData("namespace Köln.名 { partial class Größe { } }", "Köln.名.Größe", "Köln.名", "", "Größe")]
    [InlineData("namespace app; partial struct @outer { partial class @amp { } }", "app.outer+amp", "app", "struct @outer", "@amp")]
    [InlineData("namespace A; partial class @record { partial class @partial { } }", "A.record+partial", "A", "class @record", "@partial")]
    [InlineData("public static partial class A { private partial struct B { partial interface C { partial record D { partial record struct E { partial class Amp { } } } } } }", "A+B+C+D+E+Amp", "", "class A, struct B, interface C, record D, record struct E", "Amp")]
    [InlineData("ref partial struct A { readonly partial struct B { abstract partial record C(int X) { sealed unsafe partial class Amp { } } } }", "A+B+C+Amp", "", "struct A, struct B, record C", "Amp")]
    [InlineData("namespace GhostGen.Generated { partial class Kernels { } }", "GhostGen.Generated.Kernels", "GhostGen.Generated", "", "Kernels")]
    public void Another_part_of_the_class_can_be_written(string source, string metadataName, string space, string containers, string name)
    {
        CSharpCompilation compilation = Compilations.Create(source);
        UserClass userClass = ClassNames.Of(compilation.Type(metadataName), "a.ghost.json");
        Assert.Equal(space, userClass.Namespace);
        Assert.Equal(containers, string.Join(", ", userClass.Containers));
        Assert.Equal(name, userClass.Name);
        Assert.Equal("a.ghost.json", userClass.File);

        var writer = new SourceWriter();
        userClass.EmitPart(writer, [], "", () => writer.Line("internal const int Added = 3;"));
        CSharpCompilation both = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(writer.ToString(), Compilations.ParseOptions, cancellationToken: TestContext.Current.CancellationToken))
            .WithOptions(compilation.Options.WithAllowUnsafe(true));
        Assert.DoesNotContain(both.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.Single(both.Type(metadataName).GetMembers("Added"));
    }
}
