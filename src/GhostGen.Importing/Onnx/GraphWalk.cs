using GhostGen.Importing.Arrays;
using GhostGen.Importing.Onnx.Messages;
using GhostGen.Importing.Onnx.Operators;
using GhostGen.Importing.Onnx.Values;
using GhostGen.Manifests;
using DataType = GhostGen.Importing.Onnx.Messages.TensorProto.Types.DataType;

namespace GhostGen.Importing.Onnx;

/// <summary>
/// Follows a graph from its inputs to its outputs: constants are computed, and of everything that depends on an input it is tracked which
/// axis is which. Nodes that no output needs are not looked at.
/// </summary>
internal sealed class GraphWalk
{
    private readonly string file;
    private readonly GraphProto graph;
    private readonly long operatorSet;
    private readonly LayerChain chain;
    private readonly TensorReader tensors;
    private readonly ElementBudget budget = new();
    private readonly Dictionary<string, GraphValue> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TensorProto> initialisers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ValueInfoProto> inputs = new(StringComparer.Ordinal);

    public GraphWalk(string file, ModelProto model, IReadOnlyDictionary<string, NamedArray> bound, LayerChain chain)
    {
        this.file = file;
        this.chain = chain;
        graph = model.Graph;
        operatorSet = OperatorSets.Require(file, model);
        tensors = new TensorReader(file, budget);
        foreach (TensorProto tensor in graph.Initializer)
        {
            if (!initialisers.TryAdd(tensor.Name, tensor))
            {
                throw new ImportException(file, $"tensor {Quote.Of(tensor.Name)}", "two initialisers have this name.");
            }
        }

        foreach (ValueInfoProto input in graph.Input)
        {
            if (!inputs.TryAdd(input.Name, input))
            {
                throw new ImportException(file, $"input {Quote.Of(input.Name)}", "two inputs have this name.");
            }
        }

        foreach ((string name, NamedArray array) in bound)
        {
            values[name] = new ConstantArray<float>(array.Sizes, array.Values);
            budget.TryRead(array.Values.Length);
        }
    }

    /// <summary>Follows the graph; layers go to the chain.</summary>
    /// <returns>The outputs, in the graph's order, under their names.</returns>
    public IReadOnlyList<(string Name, GraphValue Value)> Run()
    {
        if (graph.Output.Count == 0)
        {
            throw new ImportException(file, null, "the graph has no output.");
        }

        bool[] needed = Needed();
        for (int i = 0; i < needed.Length; i++)
        {
            if (needed[i])
            {
                Evaluate(graph.Node[i]);
            }
        }

        return [.. graph.Output.Select(output => (output.Name, ValueOf(output.Name)))];
    }

    /// <summary>Which nodes the outputs depend on.</summary>
    private bool[] Needed()
    {
        var producers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < graph.Node.Count; i++)
        {
            foreach (string output in graph.Node[i].Output.Where(static output => output.Length > 0))
            {
                if (!producers.TryAdd(output, i))
                {
                    throw new ImportException(file, GraphNode.PlaceOf(graph.Node[i]), $"another node has the result {Quote.Of(output)} too.");
                }
            }
        }

        var needed = new bool[graph.Node.Count];
        var names = new Stack<string>(graph.Output.Select(static output => output.Name));
        while (names.TryPop(out string? name))
        {
            if (producers.TryGetValue(name, out int node) && !needed[node])
            {
                needed[node] = true;
                foreach (string input in graph.Node[node].Input)
                {
                    names.Push(input);
                }
            }
        }

        return needed;
    }

    private void Evaluate(NodeProto proto)
    {
        var node = new GraphNode(proto, file, operatorSet, ValueOf, budget);
        if (proto.Domain is not ("" or "ai.onnx"))
        {
            throw node.Refuse($"the operator is of the domain {Quote.Of(proto.Domain)}; taken are those of ONNX itself.");
        }

        IReadOnlyList<GraphValue> results = OperatorTable.Apply(node, chain);
        for (int i = 0; i < Math.Min(results.Count, proto.Output.Count); i++)
        {
            if (proto.Output[i].Length > 0)
            {
                values[proto.Output[i]] = results[i];
            }
        }
    }

    private GraphValue ValueOf(string name)
    {
        if (values.TryGetValue(name, out GraphValue? value))
        {
            return value;
        }

        if (initialisers.TryGetValue(name, out TensorProto? tensor))
        {
            value = tensors.Read(tensor, $"tensor {Quote.Of(name)}");
        }
        else if (inputs.TryGetValue(name, out ValueInfoProto? input))
        {
            value = PathOf(input);
        }
        else
        {
            throw new ImportException(file, $"value {Quote.Of(name)}", "nothing before the place where it is read gives it: no node, initialiser or input.");
        }

        values[name] = value;
        return value;
    }

    private DataPath PathOf(ValueInfoProto input)
    {
        string place = $"input {Quote.Of(input.Name)}";
        TypeProto.Types.Tensor? type = input.Type?.TensorType;
        if (type?.Shape is null)
        {
            throw new ImportException(file, place, "its shape is not given, and is needed to know which axis is which; run ONNX's shape inference, or export with shapes.");
        }

        if ((DataType)type.ElemType is not (DataType.Float or DataType.Float16 or DataType.Bfloat16 or DataType.Double))
        {
            throw new ImportException(file, place, FormattableString.Invariant($"its elements are of type {type.ElemType}; a step reads single precision (type {(int)DataType.Float})."));
        }

        if (type.Shape.Dim.Count > TensorReader.MostAxes)
        {
            throw new ImportException(file, place, FormattableString.Invariant($"it has {type.Shape.Dim.Count} axes; at most {TensorReader.MostAxes} are read."));
        }

        // Exporters write sizes that are not known as a name, as nothing, as 0 or as -1.
        return new DataPath(input.Name, 0, [.. type.Shape.Dim.Select(size => Axis.Of(chain.NewPart(size.DimValue is > 0 and <= int.MaxValue ? size.DimValue : null)))]);
    }
}
