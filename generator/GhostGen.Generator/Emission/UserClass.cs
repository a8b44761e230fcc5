using GhostGen.Generator.Planning;
using GhostGen.Modeling;

namespace GhostGen.Generator.Emission;

/// <summary>The class that a user annotated, and what stands around it: enough to write another part of it.</summary>
/// <param name="Namespace">The namespace, empty for the global one; keywords escaped.</param>
/// <param name="Containers">The types around it, outermost first, each as <c>class Name</c>; keywords escaped.</param>
/// <param name="Name">The class's name; keywords escaped.</param>
/// <param name="File">The model file as the attribute names it, if it does.</param>
internal sealed record UserClass(string Namespace, Sequence<string> Containers, string Name, string? File)
{
    /// <summary>The class, whatever names stand around the place that refers to it.</summary>
    internal string QualifiedName => "global::" + string.Join(".", Containers.Select(static container => container.Substring(container.LastIndexOf(' ') + 1))
        .Prepend(Namespace).Append(Name).Where(static part => part.Length > 0));

    /// <summary>Writes another part of the class, with whatever stands around it.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="summary">The part's documentation, in lines.</param>
    /// <param name="bases">What follows the class's name.</param>
    /// <param name="emitMembers">Writes what stands inside.</param>
    internal void EmitPart(SourceWriter writer, IEnumerable<string> summary, string bases, Action emitMembers)
    {
        var open = new Stack<SourceWriter.Block>();
        if (Namespace.Length > 0)
        {
            open.Push(writer.Braces($"namespace {Namespace}"));
        }

        foreach (string container in Containers)
        {
            open.Push(writer.Braces($"partial {container}"));
        }

        foreach (string line in summary)
        {
            writer.Line($"/// {line}");
        }

        using (writer.Braces($"partial class {Name}{bases}"))
        {
            emitMembers();
        }

        while (open.Count > 0)
        {
            open.Pop().Dispose();
        }
    }
}
