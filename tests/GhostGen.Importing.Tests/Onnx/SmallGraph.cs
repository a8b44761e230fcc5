using GhostGen.Importing.Onnx;
using GhostGen.Importing.Onnx.Messages;
using GhostGen.TestSupport;

namespace GhostGen.Importing.Tests.Onnx;

/// <summary>Graphs as tests write them: an input of frames of 3 features, and nodes one behind the other.</summary>
internal sealed class SmallGraph
{
    /// <summary>The features of a frame.</summary>
    public const int Features = 3;

    /// <summary>The states of the GRUs.</summary>
    public const int Hidden = 2;

    private readonly GraphWriter writer = new("small");
    private int nodes;

    /// <summary>Begins with an input.</summary>
    /// <param name="sizes">Its sizes; by default <c>[steps, batch, 3]</c>.</param>
    public SmallGraph(params object[] sizes)
    {
        writer.AddInput("x", sizes.Length > 0 ? sizes : ["steps", "batch", Features]);
        Last = "x";
    }

    /// <summary>What the last node has written.</summary>
    public string Last { get; set; }

    /// <summary>What writes it.</summary>
    public GraphWriter Writer => writer;

    /// <summary>Adds a node that reads <see cref="Last"/>, named after its operator.</summary>
    public SmallGraph Add(string operation, string[] others, params (string Name, object Value)[] attributes) =>
        Node(operation, [Last, .. others], attributes);

    /// <summary>Adds a node without other inputs.</summary>
    public SmallGraph Add(string operation, params (string Name, object Value)[] attributes) => Add(operation, [], attributes);

    /// <summary>Adds a node with all of its inputs.</summary>
    public SmallGraph Node(string operation, string[] inputs, params (string Name, object Value)[] attributes)
    {
        string result = FormattableString.Invariant($"{operation}{nodes++}");
        writer.Add(operation, operation, inputs, [result, $"{result}.second"], attributes);
        Last = result;
        return this;
    }

    /// <summary>Adds a GRU, whose other inputs may be given.</summary>
    public SmallGraph Gru(string[]? more = null, params (string Name, object Value)[] attributes) => GruOf(Features, more, attributes);

    /// <summary>Adds a GRU of another input.</summary>
    public SmallGraph GruOf(int features, string[]? more = null, params (string Name, object Value)[] attributes) => Add(
        "GRU",
        [Singles(1, 3 * Hidden, features), Singles(1, 3 * Hidden, Hidden), .. more ?? []],
        [("hidden_size", Hidden), .. attributes]);

    /// <summary>Adds a product with a matrix.</summary>
    public SmallGraph MatMul(int rows, int columns) => Add("MatMul", [Singles(rows, columns)]);

    /// <summary>A constant with numbers of some kind.</summary>
    public string Singles(params int[] sizes)
    {
        int count = sizes.Aggregate(1, static (product, size) => product * size);
        return writer.AddSingles(FormattableString.Invariant($"constant{nodes++}"), RandomModels.Inputs(count, 3), sizes);
    }

    /// <summary>A constant with given numbers.</summary>
    public string Given(float[] values, params int[] sizes) => writer.AddSingles(FormattableString.Invariant($"constant{nodes++}"), values, sizes);

    /// <summary>A list of whole numbers.</summary>
    public string Integers(params long[] values) => writer.AddIntegers(FormattableString.Invariant($"constant{nodes++}"), values);

    /// <summary>The graph, with what was written last as its output.</summary>
    public ModelProto Build(params string[] others)
    {
        foreach (string output in (string[])[Last, .. others])
        {
            writer.AddOutput(output);
        }

        return writer.ToModel();
    }
}
