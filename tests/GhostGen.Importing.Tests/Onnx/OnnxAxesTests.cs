using GhostGen.Importing.Onnx.Messages;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Importing.Tests.Onnx;

/// <summary>What stands between layers and only moves axes is seen through, where a step's features stay together and in order.</summary>
public sealed class OnnxAxesTests
{
    /// <summary>Graphs that are taken.</summary>
    public static TheoryData<string> Taken { get; } = new(
        "batch first", "batch first by layout", "frames of one sequence", "one step", "dense layers over merged steps and sequences", "Keras: merged and split again", "merged and split by the input's own sizes",
        "last state", "last step by Gather", "last step by its number", "last step by Slice", "all steps by Slice", "images as features", "one feature dropped", "a scalar mean", "zeros of a computed shape", "state in two parts", "older softmax");

    [Theory]
    [MemberData(nameof(Taken))]
    public void A_chain_is_found_whatever_moves_its_axes(string name)
    {
        ModelManifest manifest = SampleModels.Import(Graph(name));
        Assert.Equal(name == "images as features" ? 6 : name == "one feature dropped" ? 1 : 3, manifest.Shape.InputSize);
        Assert.All(manifest.Shape.Layers, static layer => Assert.Contains(layer.Name, (string[])["gru0", "gru1", "gru2", "dense0", "dense1", "dense2"]));
    }

    [Fact]
    public void Names_of_nodes_become_distinct_names_of_layers()
    {
        var graph = new SmallGraph();
        graph.MatMul(3, 3).MatMul(3, 3).MatMul(3, 3);
        ModelProto model = graph.Build();
        string[] names = ["/head/fc.1/MatMul", "/head/fc.1/MatMul_1", "MatMul_7"];
        for (int i = 0; i < names.Length; i++)
        {
            model.Graph.Node[i].Name = names[i];
        }

        Assert.Equal(["head_fc_1", "head_fc_1_1", "dense2"], SampleModels.Import(model).Shape.Layers.Select(static layer => layer.Name));
    }

    private static ModelProto Graph(string name)
    {
        var graph = new SmallGraph();
        switch (name)
        {
            case "batch first":
                return new SmallGraph("batch", "steps", 3).Add("Transpose", ("perm", (int[])[1, 0, 2])).Gru().Add("Transpose", ("perm", (int[])[2, 0, 1, 3])).Add("Flatten", ("axis", 3)).Build();
            case "batch first by layout":
                graph = new SmallGraph("batch", "steps", 3).Gru(null, ("layout", 1));
                return graph.Add("Squeeze", [graph.Integers(2)]).GruOf(2, null, ("layout", 1)).Build();
            case "frames of one sequence":
                graph = new SmallGraph("steps", 3);
                graph.Add("Unsqueeze", [graph.Integers(1)]).Gru();
                return graph.Add("Squeeze", [graph.Integers(1, 2)]).MatMul(2, 2).Build();
            case "one step":
                graph = new SmallGraph("batch", 3);
                graph.Add("Unsqueeze", [graph.Integers(0)]).Gru();
                graph.Add("Squeeze", [graph.Integers(1)]).GruOf(2);
                return graph.Add("Reshape", [graph.Integers(-1, 2)]).MatMul(2, 2).Build();
            case "dense layers over merged steps and sequences":
                graph.Add("Reshape", [graph.Integers(-1, 3)]).MatMul(3, 4);
                return graph.Add("Softmax").Build();
            case "Keras: merged and split again":
                graph = new SmallGraph("batch", 7, 3).Add("Transpose", ("perm", (int[])[1, 0, 2])).Gru();
                graph.Add("Squeeze", [graph.Integers(1)]).Add("Transpose", ("perm", (int[])[1, 0, 2]));
                graph.Add("Reshape", [graph.Integers(-1, 2)]).MatMul(2, 5);
                return graph.Add("Reshape", [graph.Integers(-1, 7, 5)]).Add("Transpose", ("perm", (int[])[1, 0, 2])).GruOf(5).Build();
            case "merged and split by the input's own sizes":
                string shape = graph.Node("Shape", ["x"]).Last;
                string steps = graph.Node("Slice", [shape, graph.Integers(0), graph.Integers(2)]).Last;
                string split = graph.Node("Concat", [steps, graph.Integers(4)], ("axis", 0)).Last;
                graph.Last = "x";
                graph.Add("Reshape", [graph.Integers(-1, 3)]).MatMul(3, 4);
                return graph.Add("Reshape", [split]).GruOf(4).Build();
            case "last state":
                graph.Gru();
                graph.Last += ".second";
                return graph.Add("Squeeze", [graph.Integers(0)]).Add("Gemm", [graph.Singles(2, 2), graph.Singles(2)]).Build();
            case "last step by Gather":
                graph.Gru().Add("Squeeze", [graph.Integers(1)]);
                return graph.Add("Gather", [graph.Integers(-1)], ("axis", 0)).MatMul(2, 2).Build();
            case "last step by its number":
                graph = new SmallGraph(9, 1, 3).Gru();
                return graph.Add("Squeeze", [graph.Integers(1)]).Add("Gather", [graph.Integers(8)], ("axis", 0)).MatMul(2, 2).Build();
            case "last step by Slice":
                graph.Gru().Add("Squeeze", [graph.Integers(1)]);
                return graph.Add("Slice", [graph.Integers(-1), graph.Integers(long.MaxValue), graph.Integers(0)]).MatMul(2, 2).Build();
            case "all steps by Slice":
                return graph.Add("Slice", [graph.Integers(0, 0), graph.Integers(int.MaxValue, 3), graph.Integers(0, 2)]).Gru().Build();
            case "images as features":
                graph = new SmallGraph("batch", "steps", 2, 3);
                return graph.Add("Reshape", [graph.Integers(0, 0, 6)]).Add("Transpose", ("perm", (int[])[1, 0, 2])).GruOf(6).Build();
            case "one feature dropped":
                graph = new SmallGraph("steps", 1, 1).GruOf(1);
                graph.Add("Squeeze", [graph.Integers(1)]).MatMul(2, 1);
                return graph.Add("Sigmoid").Add("Squeeze", [graph.Integers(-1)]).Build();
            case "a scalar mean":
                return graph.Add("Sub", [graph.Given([0.5f])]).Add("Div", [graph.Given([2])]).Gru().Build();
            case "zeros of a computed shape":
                string batch = graph.Node("Gather", [graph.Node("Shape", ["x"]).Last, graph.Integers(1)], ("axis", 0)).Last;
                string sizes = graph.Node("Concat", [graph.Integers(1), batch, graph.Integers(2)], ("axis", 0)).Last;
                string zeros = graph.Node("Expand", [graph.Given([0], 1, 1, 1), sizes]).Last;
                graph.Last = "x";
                return graph.Gru(["", "", zeros]).Build();
            case "state in two parts":
                graph.Writer.AddInput("state", 2, "batch", 2);
                graph.Node("Split", ["state"], ("axis", 0));
                string first = graph.Last;
                graph.Last = "x";
                graph.Gru(["", "", first]);
                string last = $"{graph.Last}.second";
                graph.Add("Squeeze", [graph.Integers(1)]).GruOf(2, ["", "", $"{first}.second"]);
                string all = graph.Last;
                graph.Node("Concat", [last, $"{all}.second"], ("axis", 0));
                return graph.Build(all);
            case "older softmax":
                ModelProto model = graph.MatMul(3, 2).Add("Softmax", ("axis", 2)).Build();
                model.OpsetImport[0].Version = 11;
                return model;
            default:
                throw new ArgumentException(name);
        }
    }
}
