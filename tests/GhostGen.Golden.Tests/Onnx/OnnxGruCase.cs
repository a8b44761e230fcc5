using GhostGen.Golden.Tests.Running;
using GhostGen.Importing.Onnx;
using GhostGen.Importing.Onnx.Messages;
using GhostGen.Manifests;

namespace GhostGen.Golden.Tests.Onnx;

/// <summary>
/// One call of ONNX's GRU operator with its expected outputs. Sizes: X [sequence, batch, input], W [directions, 3h, input],
/// R [directions, 3h, h], B [directions, 6h], initial state and Y_h [directions, batch, h], Y [sequence, directions, batch, h].
/// </summary>
internal sealed record OnnxGruCase
{
    public required string Name { get; init; }

    public required int Input { get; init; }

    public required int Hidden { get; init; }

    public required int Batch { get; init; }

    public required int Sequence { get; init; }

    /// <summary>"forward", "reverse" or "bidirectional".</summary>
    public required string Direction { get; init; }

    public required bool LinearBeforeReset { get; init; }

    public required float[] X { get; init; }

    public required float[] W { get; init; }

    public required float[] R { get; init; }

    public float[]? B { get; init; }

    /// <summary>How many steps of each batch entry count, or null for all.</summary>
    public int[]? Lengths { get; init; }

    public float[]? InitialState { get; init; }

    public float[]? Y { get; init; }

    public float[]? LastState { get; init; }

    private int Directions => Direction == "bidirectional" ? 2 : 1;

    /// <summary>The operator as it is imported, where the file it comes from is a model itself; otherwise graphs are made of the case.</summary>
    public ModelManifest? Imported { get; init; }

    /// <summary>The operator as imported models: one for each direction, since a model has one only.</summary>
    public IReadOnlyList<ModelManifest> Manifests() =>
        Imported is not null ? [Imported] : [.. Enumerable.Range(0, Directions).Select(direction => OnnxImport.Of(Graph(1, "forward", part => Part(part, direction)), Name, new(), new Dictionary<string, Importing.Arrays.NamedArray>()))];

    /// <summary>The operator as a graph, in its own direction.</summary>
    public ModelProto Graph() => Graph(Directions, Direction, static values => values);

    /// <summary>
    /// Runs the case and returns Y and Y_h. Each batch entry is an instance of its own. A layer knows one direction only: the other one is
    /// the same layer fed backwards, from the last step that counts to the first. Steps that do not count leave zeros.
    /// </summary>
    /// <param name="models">A factory for each direction.</param>
    public (double[] Y, double[] LastState) Run(IReadOnlyList<Func<IRunner>> models)
    {
        var y = new double[Sequence * Directions * Batch * Hidden];
        var last = new double[Directions * Batch * Hidden];
        for (int direction = 0; direction < Directions; direction++)
        {
            bool backwards = Direction == "reverse" || direction == 1;
            for (int entry = 0; entry < Batch; entry++)
            {
                IRunner runner = models[direction]();
                int stateAt = ((direction * Batch) + entry) * Hidden;
                if (InitialState is not null)
                {
                    runner.SetState(InitialState.AsSpan(stateAt, Hidden));
                }

                int length = Lengths?[entry] ?? Sequence;
                for (int step = 0; step < length; step++)
                {
                    int time = backwards ? length - 1 - step : step;
                    double[] output = runner.Step(X.AsSpan(((time * Batch) + entry) * Input, Input));
                    output.CopyTo(y, ((((time * Directions) + direction) * Batch) + entry) * Hidden);
                }

                // An entry without any step has no last state: the operator reports zeros.
                if (length > 0)
                {
                    runner.CopyState().CopyTo(last, stateAt);
                }
            }
        }

        return (y, last);
    }

    private ModelProto Graph(int directions, string direction, Func<float[], float[]> part)
    {
        var graph = new GraphWriter(Name);
        graph.AddInput("X", "sequence", "batch", Input);
        string weights = graph.AddSingles("W", part(W), directions, 3 * Hidden, Input);
        string recurrent = graph.AddSingles("R", part(R), directions, 3 * Hidden, Hidden);
        string biases = B is null ? "" : graph.AddSingles("B", part(B), directions, 6 * Hidden);
        graph.Add(
            "GRU",
            Name,
            ["X", weights, recurrent, biases],
            ["Y", "Y_h"],
            ("hidden_size", Hidden),
            ("direction", direction),
            ("linear_before_reset", LinearBeforeReset ? 1 : 0));
        graph.AddOutput("Y", "sequence", directions, "batch", Hidden);
        graph.AddOutput("Y_h", directions, "batch", Hidden);
        return graph.ToModel();
    }

    private float[] Part(float[] values, int direction)
    {
        int length = values.Length / Directions;
        return values.AsSpan(direction * length, length).ToArray();
    }
}
