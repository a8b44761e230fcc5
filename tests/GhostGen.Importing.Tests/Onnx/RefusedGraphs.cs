using GhostGen.Importing.Onnx.Messages;

namespace GhostGen.Importing.Tests.Onnx;

/// <summary>Graphs that are refused, each for one reason.</summary>
internal static class RefusedGraphs
{
    /// <summary>The graph of a case.</summary>
    public static ModelProto Of(string name) => OfGru(name) ?? OfDense(name) ?? OfChain(name) ?? OfAxes(name) ?? OfFile(name);

    private static ModelProto? OfGru(string name)
    {
        var graph = new SmallGraph();
        return name switch
        {
            "reverse" or "bidirectional" => graph.Gru(null, ("direction", name)).Build(),
            "clip" => graph.Gru(null, ("clip", 3)).Build(),
            "activations" => graph.Gru(null, ("activations", (string[])["Tanh", "Sigmoid"])).Build(),
            "activation parameters" => graph.Gru(null, ("activation_alpha", (int[])[1])).Build(),
            "layout" => graph.Gru(null, ("layout", 2)).Build(),
            "lengths" => graph.Gru(["", graph.Integers(2)]).Build(),
            "lengths as an input" => WithLengths(graph),
            "initial state" => graph.Gru(["", "", graph.Singles(1, 1, 2)]).Build(),
            "hidden size" => graph.Add("GRU", [graph.Singles(1, 6, 3), graph.Singles(1, 6, 2)], ("hidden_size", 5)).Build(),
            "weights of the input" => graph.Add("GRU", ["x", graph.Singles(1, 6, 2)]).Build(),
            "wrong features" => graph.GruOf(4).Build(),
            _ => null,
        };
    }

    private static ModelProto? OfDense(string name)
    {
        var graph = new SmallGraph("steps", 3);
        return name switch
        {
            "unknown attribute" => graph.Add("MatMul", [graph.Singles(3, 2)], ("axis", 1)).Build(),
            "alpha" => WithAlpha(graph.Add("Gemm", [graph.Singles(3, 2)], ("alpha", 1)).Build()),
            "transposed steps" => graph.Add("Gemm", [graph.Singles(3, 2)], ("transA", 1)).Build(),
            "matrix on the left" => graph.Node("MatMul", [graph.Singles(2, 3), "x"]).Build(),
            "two paths multiplied" => graph.Add("MatMul", ["x"]).Build(),
            "two activations" => graph.MatMul(3, 2).Add("Relu").Add("Tanh").Build(),
            "scale between layers" => graph.MatMul(3, 2).Add("Mul", [graph.Singles(2)]).Build(),
            "scale before mean" => graph.Add("Mul", [graph.Singles(3)]).Add("Sub", [graph.Singles(3)]).MatMul(3, 2).Build(),
            "softmax over steps" => graph.MatMul(3, 2).Add("Softmax", ("axis", 0)).Build(),
            "some features" => graph.MatMul(3, 2).Add("Slice", [graph.Integers(0), graph.Integers(1), graph.Integers(1)]).Build(),
            "training" => graph.Add("Dropout", ["", graph.Integers(1)]).Build(),
            "whole numbers" => graph.Add("Cast", ("to", 7)).MatMul(3, 2).Build(),
            "LSTM" or "LogSoftmax" => graph.Add(name).Build(),
            "unknown operator" => graph.Add("Erf").Build(),
            _ => null,
        };
    }

    private static ModelProto? OfChain(string name)
    {
        var graph = new SmallGraph();
        string first = name is "shortcut" or "branch" or "concatenation" or "a second output" ? graph.MatMul(3, 2).Last : "x";
        switch (name)
        {
            case "shortcut":
                return graph.MatMul(2, 2).Add("Add", [first]).Build();
            case "branch":
                string one = graph.MatMul(2, 2).Last;
                graph.Last = first;
                return graph.MatMul(2, 2).Build(one);
            case "concatenation":
                return graph.MatMul(2, 2).Add("Concat", [first], ("axis", 2)).Build();
            case "activation behind a GRU":
                return graph.Gru().Add("Relu").Build();
            case "a part of the input":
                return graph.Add("Slice", [graph.Integers(0), graph.Integers(2), graph.Integers(0)]).Gru().Build();
            case "no layer":
                return graph.Add("Identity").Build();
            case "a second output":
                return graph.MatMul(2, 2).Build(first);
            default:
                return null;
        }
    }

    private static ModelProto? OfAxes(string name)
    {
        var graph = new SmallGraph();
        string? squeezed = name is "steps as features" or "merged steps and features" or "steps and sequences exchanged" or "another step"
            ? graph.Gru().Add("Squeeze", [graph.Integers(1)]).Last
            : null;
        return name switch
        {
            "another step" => graph.Add("Gather", [graph.Integers(0)], ("axis", 0)).Build(),
            "steps as features" => graph.Add("Transpose", ("perm", (int[])[1, 2, 0])).MatMul(3, 2).Build(),
            "merged steps and features" => graph.Add("Reshape", [graph.Integers(0, -1)]).Build(),
            "steps and sequences exchanged" => graph.Add("Transpose", ("perm", (int[])[1, 0, 2])).GruOf(2).Build(),
            "undecided reshape" => graph.Add("Reshape", [graph.Integers(1, 6, -1)]).Gru().Build(),
            "features out of order" => OutOfOrder(),
            _ => squeezed is null ? null : throw new ArgumentException(name),
        };
    }

    private static ModelProto WithLengths(SmallGraph graph)
    {
        graph.Writer.AddInput("lengths", "batch");
        ModelProto model = graph.Gru(["", "lengths"]).Build();
        model.Graph.Input[1].Type.TensorType.ElemType = 6;
        return model;
    }

    private static ModelProto OutOfOrder()
    {
        var graph = new SmallGraph("steps", 1, 3, 2);
        return graph.Add("Transpose", ("perm", (int[])[0, 1, 3, 2])).Add("Reshape", [graph.Integers(0, 1, 6)]).GruOf(6).Build();
    }

    private static ModelProto OfFile(string name)
    {
        var graph = new SmallGraph();
        ModelProto model = graph.MatMul(3, 2).Build();
        switch (name)
        {
            case "another domain":
                model.Graph.Node[0].Domain = "com.microsoft";
                break;
            case "no shape":
                model.Graph.Input[0].Type.TensorType.Shape = null;
                break;
            case "an input of whole numbers":
                model.Graph.Input[0].Type.TensorType.ElemType = 7;
                break;
            case "nothing gives it":
                model.Graph.Node[0].Input[1] = "nowhere";
                break;
            case "old operators":
                model.OpsetImport[0].Version = 6;
                break;
            case "no operators":
                model.OpsetImport.Clear();
                break;
            case "no graph":
                model.Graph = null;
                break;
            default:
                throw new ArgumentException(name);
        }

        return model;
    }

    private static ModelProto WithAlpha(ModelProto model)
    {
        model.Graph.Node[0].Attribute[0].F = 0.5f;
        return model;
    }
}
