using System.Globalization;
using GhostGen.Importing.Layers;
using GhostGen.Modeling;

namespace GhostGen.Importing.Onnx;

/// <summary>Names layers after their nodes, as far as a layer may be called that.</summary>
internal sealed class NodeNames
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>A name that no layer has yet.</summary>
    /// <param name="node">The node: of <c>/head/fc/MatMul</c>, the name is <c>head_fc</c>.</param>
    /// <param name="kind">The kind of layer, for nodes without a name of their own.</param>
    /// <param name="position">The layer's position.</param>
    public string Next(GraphNode node, string kind, int position)
    {
        string name = LayerNames.Of(OwnPart(node), LayerName.Default(kind, position));
        string distinct = name;
        for (int i = 1; !taken.Add(distinct); i++)
        {
            string suffix = string.Create(CultureInfo.InvariantCulture, $"_{i}");
            distinct = name[..Math.Min(name.Length, LayerName.LongestName - suffix.Length)] + suffix;
        }

        return distinct;
    }

    /// <summary>The name without the operator and the number that exporters put at its end.</summary>
    private static string OwnPart(GraphNode node)
    {
        string name = node.Name.Trim('/');
        string last = name[(name.LastIndexOf('/') + 1)..];
        bool isOperator = last.StartsWith(node.Operator, StringComparison.Ordinal) && last[node.Operator.Length..].All(static character => char.IsAsciiDigit(character) || character == '_');
        return isOperator ? name[..^last.Length].TrimEnd('/') : name;
    }
}
