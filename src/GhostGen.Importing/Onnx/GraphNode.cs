using GhostGen.Importing.Onnx.Messages;
using GhostGen.Importing.Onnx.Values;
using GhostGen.Manifests;

namespace GhostGen.Importing.Onnx;

/// <summary>A node of the graph, with the values of its inputs: what an operator sees.</summary>
internal sealed class GraphNode
{
    private readonly NodeProto node;
    private readonly Dictionary<string, AttributeProto> attributes = new(StringComparer.Ordinal);
    private readonly string file;
    private readonly Func<string, GraphValue> valueOf;
    private readonly ElementBudget budget;

    public GraphNode(NodeProto node, string file, long operatorSet, Func<string, GraphValue> valueOf, ElementBudget budget)
    {
        this.node = node;
        this.file = file;
        this.valueOf = valueOf;
        this.budget = budget;
        OperatorSet = operatorSet;
        Place = PlaceOf(node);
        foreach (AttributeProto attribute in node.Attribute)
        {
            if (!attributes.TryAdd(attribute.Name, attribute))
            {
                throw Refuse($"it has two attributes {Quote.Of(attribute.Name)}.");
            }
        }
    }

    /// <summary>The operator.</summary>
    public string Operator => node.OpType;

    /// <summary>The node's own name; may be empty.</summary>
    public string Name => node.Name;

    /// <summary>The version of the operators that the file is written for.</summary>
    public long OperatorSet { get; }

    /// <summary>What messages call it.</summary>
    public string Place { get; }

    /// <summary>How many inputs are listed, those that are left out included.</summary>
    public int Inputs => node.Input.Count;

    /// <summary>How many outputs are listed, those that are left out included.</summary>
    public int Outputs => node.Output.Count;

    /// <summary>What messages call a node: by its name, or by its first result where it has none.</summary>
    public static string PlaceOf(NodeProto node) =>
        node.Name.Length > 0 ? $"node {Quote.Of(node.Name)} ({Quote.Of(node.OpType).Trim('\'')})" : $"the node of {Quote.Of(node.Output.FirstOrDefault() ?? "")} ({Quote.Of(node.OpType).Trim('\'')})";

    /// <summary>The exception that says why this node is not taken.</summary>
    public ImportException Refuse(string reason) => new(file, Place, reason);

    /// <summary>Takes elements that are about to be allocated from what the file may have.</summary>
    public void Spend(long elements)
    {
        if (!budget.TrySpend(elements))
        {
            throw Refuse("constants that are computed from constants grow far beyond what the file holds.");
        }
    }

    /// <summary>Refuses attributes that are not known.</summary>
    public void RequireAttributes(IReadOnlyList<string> known)
    {
        if (attributes.Keys.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw Refuse($"it has the attribute {Quote.Of(unknown)}, which is not taken; taken are {(known.Count == 0 ? "none" : string.Join(", ", known))}.");
        }
    }

    /// <summary>Whether there is an attribute.</summary>
    public bool Has(string name) => attributes.ContainsKey(name);

    /// <summary>A whole number.</summary>
    public long Integer(string name, long fallback) => attributes.TryGetValue(name, out AttributeProto? attribute) ? attribute.I : fallback;

    /// <summary>A number.</summary>
    public float Real(string name, float fallback) => attributes.TryGetValue(name, out AttributeProto? attribute) ? attribute.F : fallback;

    /// <summary>A text.</summary>
    public string Text(string name, string fallback) => attributes.TryGetValue(name, out AttributeProto? attribute) ? attribute.S.ToStringUtf8() : fallback;

    /// <summary>Whole numbers, or <see langword="null"/> where there is no such attribute.</summary>
    public IReadOnlyList<long>? Integers(string name) => attributes.TryGetValue(name, out AttributeProto? attribute) ? attribute.Ints : null;

    /// <summary>Texts, or <see langword="null"/> where there is no such attribute.</summary>
    public IReadOnlyList<string>? Texts(string name) =>
        attributes.TryGetValue(name, out AttributeProto? attribute) ? [.. attribute.Strings.Select(static text => text.ToStringUtf8())] : null;

    /// <summary>A tensor, or <see langword="null"/> where there is no such attribute.</summary>
    public ConstantArray? Tensor(string name)
    {
        if (!attributes.TryGetValue(name, out AttributeProto? attribute))
        {
            return null;
        }

        return new TensorReader(file, budget).Read(attribute.T ?? throw Refuse($"its attribute '{name}' is no tensor."), Place);
    }

    /// <summary>Whether an input is there.</summary>
    public bool HasInput(int index) => index < node.Input.Count && node.Input[index].Length > 0;

    /// <summary>An input that has to be there.</summary>
    public GraphValue Input(int index) => OptionalInput(index) ?? throw Refuse(FormattableString.Invariant($"it has no input {index}, and needs one."));

    /// <summary>An input, or <see langword="null"/> where it is left out.</summary>
    public GraphValue? OptionalInput(int index) => HasInput(index) ? valueOf(node.Input[index]) : null;

    /// <summary>What an input is called in the graph.</summary>
    public string InputName(int index) => node.Input[index];

    /// <summary>An axis counted from the end if it is negative.</summary>
    public int Axis(long axis, int rank)
    {
        long counted = axis < 0 ? axis + rank : axis;
        return counted >= 0 && counted < rank
            ? (int)counted
            : throw Refuse(FormattableString.Invariant($"it names the axis {axis} of {rank}."));
    }

    /// <summary>Several axes, each once, ascending.</summary>
    public int[] Axes(IEnumerable<long> axes, int rank)
    {
        int[] all = [.. axes.Select(axis => Axis(axis, rank)).Order()];
        return all.Distinct().Count() == all.Length ? all : throw Refuse("it names an axis twice.");
    }
}
