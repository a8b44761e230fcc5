using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using GhostGen.Generator.Pipeline;
using GhostGen.Generator.Tests.Support;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace GhostGen.Generator.Tests.Incremental;

/// <summary>Whatever a step hands on lives as long as the editor. One symbol or tree in it would keep a whole compilation alive, and never be equal to the next one.</summary>
public sealed class ValueTests
{
    private static readonly Type[] Forbidden =
    [
        typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxToken), typeof(SyntaxTree), typeof(SyntaxReference), typeof(Location), typeof(Compilation), typeof(SemanticModel),
        typeof(AttributeData), typeof(TypedConstant), typeof(Diagnostic), typeof(AdditionalText), typeof(SourceText), typeof(IOperation), typeof(Delegate),
    ];

    private static readonly string[] StepNames =
        [.. typeof(PipelineSteps).GetFields(BindingFlags.NonPublic | BindingFlags.Static).Select(static field => (string)field.GetValue(null)!)];

    [Fact]
    public void No_step_hands_on_anything_of_the_compilers()
    {
        Assert.NotEmpty(StepNames);
        ImmutableDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> steps = Run().Result.TrackedSteps;
        foreach (string name in StepNames)
        {
            Assert.Contains(name, steps.Keys);
            foreach ((object value, _) in steps[name].SelectMany(static step => step.Outputs))
            {
                Assert.Null(FirstForbidden(value, name, new(ReferenceEqualityComparer.Instance)));
            }
        }
    }

    [Fact]
    public void What_steps_hand_on_is_equal_after_a_run_in_another_driver()
    {
        GeneratorRunResult first = Run().Result;
        GeneratorRunResult second = Run().Result;
        foreach (string name in StepNames)
        {
            object[] values = [.. first.TrackedSteps[name].SelectMany(static step => step.Outputs).Select(static output => output.Value)];
            object[] others = [.. second.TrackedSteps[name].SelectMany(static step => step.Outputs).Select(static output => output.Value)];
            Assert.Equal(values, others);
            Assert.Equal(values.Select(static value => value.GetHashCode()), others.Select(static value => value.GetHashCode()));
            Assert.All(values.Zip(others), static pair => Assert.NotSame(pair.First, pair.Second));
        }
    }

    [Fact]
    public void The_walk_finds_a_tree_at_the_end_of_a_path()
    {
        SyntaxTree tree = Compilations.Create("class A { }").SyntaxTrees[0];
        object value = new Sequence<object>([new KeyValuePair<string, object>("a", new[] { new Lazy<object>(tree) })]);
        Assert.NotNull(FirstForbidden(value, "value", new(ReferenceEqualityComparer.Instance)));
    }

    private static Generation Run()
    {
        ModelShape shape = Models.Shape("amp", new GhostGruShape("ghost", 1, 8), new DenseShape("head", 8, 2));
        ModelManifest manifest = Models.Random(shape, labels: ["a", "b"], metadata: new Dictionary<string, string> { ["by"] = "hand" });
        return Generation.Of(
            """
            using GhostGen;
            namespace A { partial class B { [GhostModel("amp.ghost.json"), GhostGru(1, 8), Dense(2)] partial class Amp { } } }
            [GhostModel, Gru(2, 5)] partial class Free { }
            [GhostModel, Gru(2, -5)] partial class Bad { }
            [GhostModel("missing.ghost.json")] partial class Missing { }
            [GhostModel("broken.ghost.json"), Gru(2, 5)] partial class Broken { }
            """,
            Models.File("/app/amp.ghost.json", manifest),
            new MemoryText("/app/broken.ghost.json", "{"));
    }

    /// <summary>The path to the first object of a forbidden type that can be reached; arrays of numbers are looked at by their type alone.</summary>
    private static string? FirstForbidden(object? value, string path, HashSet<object> visited)
    {
        if (value is null)
        {
            return null;
        }

        Type type = value.GetType();
        if (Forbidden.FirstOrDefault(forbidden => forbidden.IsAssignableFrom(type)) is { } found)
        {
            return $"{path} is a {found.Name}";
        }

        if (type.IsPrimitive || type.IsEnum || value is string or Type or decimal || !visited.Add(value))
        {
            return null;
        }

        if (value is Array array)
        {
            return type.GetElementType()!.IsPrimitive ? null : Elements(array, path, visited);
        }

        for (Type? part = type; part is not null; part = part.BaseType)
        {
            foreach (FieldInfo field in part.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (FirstForbidden(field.GetValue(value), $"{path}.{field.Name}", visited) is { } below)
                {
                    return below;
                }
            }
        }

        return null;
    }

    private static string? Elements(IEnumerable elements, string path, HashSet<object> visited)
    {
        foreach (object? element in elements)
        {
            if (FirstForbidden(element, path + "[]", visited) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
