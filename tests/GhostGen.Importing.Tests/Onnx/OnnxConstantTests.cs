using GhostGen.Manifests;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Importing.Tests.Onnx;

/// <summary>What exporters leave between the arrays of a file and the weights is computed, and moves numbers without changing one.</summary>
public sealed class OnnxConstantTests
{
    /// <summary>The matrix that every graph below multiplies with in the end, [3, 2].</summary>
    private static readonly float[] matrix = [1, 2, 3, 4, 5, 6];

    /// <summary>Ways to compute it.</summary>
    public static TheoryData<string> Ways { get; } = new(
        "Constant", "Identity", "Transpose", "Transpose by default", "Reshape", "Reshape with copied and inferred sizes", "Flatten", "Squeeze", "Squeeze by default", "Unsqueeze", "Gather rows", "Gather one",
        "Slice", "Slice with steps", "Slice of attributes", "Split", "Split of given lengths", "Concat of rows", "Concat of columns", "Cast", "Expand");

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_matrix_is_what_the_graph_computes(string way)
    {
        var graph = new SmallGraph();
        string computed = Compute(graph, way);
        ModelManifest manifest = SampleModels.Import(graph.Node("MatMul", ["x", computed]).Build());
        LayerShape layer = Assert.Single(manifest.Shape.Layers);
        Assert.Equal([1, 3, 5, 2, 4, 6], manifest.Tensor(layer, TensorNames.Weight));
    }

    [Fact]
    public void Joining_a_constant_with_itself_again_and_again_is_refused_before_memory_is_full()
    {
        var graph = new SmallGraph();
        graph.Last = graph.Given(matrix, 6);
        for (int i = 0; i < 40; i++)
        {
            graph.Node("Concat", [graph.Last, graph.Last], ("axis", 0));
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        ImportException exception = Assert.Throws<ImportException>(() => SampleModels.Import(graph.Node("MatMul", ["x", graph.Last]).Build()));
        Assert.Contains("grow far beyond what the file holds", exception.Reason, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8L << 20);
    }

    [Fact]
    public void Shapes_without_elements_cost_nothing_however_large_they_are()
    {
        foreach (string operation in (string[])["Expand", "Reshape", "ConstantOfShape"])
        {
            var graph = new SmallGraph();
            string shape = graph.Integers(0, int.MaxValue);
            string nothing = graph.Writer.AddIntegers("nothing");
            graph.Node(operation, operation == "ConstantOfShape" ? [shape] : [nothing, shape]);
            string made = graph.Last;
            graph.Node("Transpose", [made]);
            long before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Throws<ImportException>(() => SampleModels.Import(graph.Node("MatMul", ["x", graph.Last]).Build()));
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8L << 20);
        }
    }

    private static string Compute(SmallGraph graph, string way) => way switch
    {
        "Constant" => graph.Given(matrix, 3, 2),
        "Identity" => graph.Node("Identity", [graph.Given(matrix, 3, 2)]).Last,
        "Transpose" => graph.Node("Transpose", [graph.Given([1, 3, 5, 2, 4, 6], 2, 3)], ("perm", (int[])[1, 0])).Last,
        "Transpose by default" => graph.Node("Transpose", [graph.Given([1, 3, 5, 2, 4, 6], 2, 3)]).Last,
        "Reshape" => graph.Node("Reshape", [graph.Given(matrix, 2, 1, 3), graph.Integers(3, 2)]).Last,
        "Reshape with copied and inferred sizes" => graph.Node("Reshape", [graph.Given(matrix, 3, 1, 2), graph.Integers(0, -1)]).Last,
        "Flatten" => graph.Node("Flatten", [graph.Given(matrix, 3, 2, 1)]).Last,
        "Squeeze" => graph.Node("Squeeze", [graph.Given(matrix, 1, 3, 1, 2), graph.Integers(0, -2)]).Last,
        "Squeeze by default" => graph.Node("Squeeze", [graph.Given(matrix, 1, 3, 1, 2)]).Last,
        "Unsqueeze" => graph.Node("Squeeze", [graph.Node("Unsqueeze", [graph.Given(matrix, 3, 2), graph.Integers(0, 3)]).Last]).Last,
        "Gather rows" => graph.Node("Gather", [graph.Given([5, 6, 0, 0, 1, 2, 3, 4], 4, 2), graph.Integers(2, -1, 0)], ("axis", 0)).Last,
        "Gather one" => graph.Node("Squeeze", [graph.Node("Gather", [graph.Given([1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0], 3, 2, 2), graph.Integers(0)], ("axis", 2)).Last]).Last,
        "Slice" => graph.Node("Slice", [graph.Given([0, 0, .. matrix, 0, 0], 5, 2), graph.Integers(1), graph.Integers(-1), graph.Integers(0)]).Last,
        "Slice with steps" => graph.Node("Slice", [graph.Given([1, 0, 2, 3, 0, 4, 5, 0, 6], 3, 3), graph.Integers(0), graph.Integers(long.MaxValue), graph.Integers(-1), graph.Integers(2)]).Last,
        "Slice of attributes" => graph.Node("Slice", [graph.Given([0, 0, .. matrix], 4, 2)], ("axes", (int[])[0]), ("starts", (int[])[1]), ("ends", (int[])[9])).Last,
        "Split" => Second(graph.Node("Split", [graph.Given([0, 0, 1, 2, 0, 0, 3, 4, 0, 0, 5, 6], 3, 4)], ("axis", 1))),
        "Split of given lengths" => Second(graph.Node("Split", [graph.Given([0, 0, .. matrix], 4, 2), graph.Integers(1, 3)], ("axis", 0))),
        "Concat of rows" => graph.Node("Concat", [graph.Given([1, 2], 1, 2), graph.Given([3, 4, 5, 6], 2, 2)], ("axis", 0)).Last,
        "Concat of columns" => graph.Node("Concat", [graph.Given([1, 3, 5], 3, 1), graph.Given([2, 4, 6], 3, 1)], ("axis", -1)).Last,
        "Cast" => graph.Node("Cast", [graph.Node("Cast", [graph.Given(matrix, 3, 2)], ("to", 11)).Last], ("to", 1)).Last,
        "Expand" => graph.Node("Expand", [graph.Given(matrix, 3, 2), graph.Integers(1, 2)]).Last,
        _ => throw new ArgumentException(way),
    };

    private static string Second(SmallGraph graph) => $"{graph.Last}.second";
}
