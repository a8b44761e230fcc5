using GhostGen.Importing.Layers;
using GhostGen.Importing.Onnx.Values;
using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Importing.Onnx;

/// <summary>The layers found so far. A graph is taken as long as every one of them reads what the one before it writes, and nothing else does.</summary>
internal sealed class LayerChain
{
    private readonly List<SourceLayer> layers = [];
    private readonly NodeNames names = new();
    private readonly InputArithmetic arithmetic = new();
    private string? source;
    private bool featuresAreKnown;
    private int parts;

    /// <summary>Counts what has been added: a value of an earlier stage is no longer the end of the chain.</summary>
    public int Stage { get; private set; }

    /// <summary>The layers, first to last.</summary>
    public IReadOnlyList<SourceLayer> Layers => layers;

    /// <summary>What happens to the input first, if anything.</summary>
    public InputNormalization? Normalization => layers.Count == 0 ? null : arithmetic.ToNormalization(layers[0].Shape.InputSize);

    /// <summary>The axis of the steps, which the first recurrent layer tells: no part if there is one step only. <see langword="null"/> before.</summary>
    private IReadOnlyList<AxisPart>? Steps { get; set; }

    /// <summary>A new axis.</summary>
    /// <param name="size">Its size, if it is known.</param>
    public AxisPart NewPart(long? size) => new(parts++, size);

    /// <summary>Whether an axis is that of the steps.</summary>
    public bool IsSteps(Axis axis) => Steps is { Count: > 0 } steps && axis.Is(steps);

    /// <summary>Has the chain go on from a value, with the last axis as its features.</summary>
    /// <param name="node">The node that reads them.</param>
    /// <param name="path">The value.</param>
    /// <param name="size">How many features the node's constants say there are.</param>
    /// <returns>The same value; its last axis is known to be the features.</returns>
    public DataPath Enter(GraphNode node, DataPath path, int size)
    {
        RequireEnd(node, path);
        Axis last = path.Axes.Count > 0 ? path.Axes[^1] : throw node.Refuse("it reads a single value, and a frame of features is expected.");
        if (!last.IsFeatures)
        {
            if (featuresAreKnown)
            {
                throw node.Refuse("the last axis of what it reads is not that of the features: it would mix steps or sequences. Transpose it back before this node.");
            }

            if (last.Parts.Zip(last.Parts.Skip(1)).Any(static pair => pair.First.Number > pair.Second.Number))
            {
                throw node.Refuse("the features that it reads are not in the order of the input: a transposition and a reshape before it change it. Feed the input in the order that it needs, and export without them.");
            }
        }

        if (last.Size is { } known && known != size)
        {
            throw node.Refuse(FormattableString.Invariant($"its constants are for {size} features, and it reads {known}."));
        }

        featuresAreKnown = true;
        return path with { Axes = [.. path.Axes.SkipLast(1), new([NewPart(size)], IsFeatures: true)] };
    }

    /// <summary>Requires that a value is the end of the chain.</summary>
    public void RequireEnd(GraphNode node, DataPath path)
    {
        source ??= path.Source;
        if (path.Source != source)
        {
            throw node.Refuse($"it reads the input {Quote.Of(path.Source)}, and the layers begin at {Quote.Of(source)}; a model is one chain with one input.");
        }

        if (path.Stage != Stage)
        {
            throw node.Refuse("it reads a value that another node reads too and goes on from; a model is one chain of layers, without branches and shortcuts.");
        }
    }

    /// <summary>Takes an input of the graph as the initial state of a layer: it is part of every model's state.</summary>
    public void UseAsState(GraphNode node, string input)
    {
        if (input == source)
        {
            throw node.Refuse($"its initial state comes from {Quote.Of(input)}, which the layers read as their input.");
        }
    }

    /// <summary>Requires that an axis is that of the steps, which all recurrent layers have in common.</summary>
    public void RequireSteps(GraphNode node, Axis axis)
    {
        if (axis.IsFeatures || axis.Parts.Count > 1 || (Steps is { } steps && !axis.Is(steps)))
        {
            throw node.Refuse("the axis that it goes along is not that of the steps: it is that of the sequences, of the features, or what is left after the last step was taken. Check the transpositions before it and its layout.");
        }

        Steps ??= axis.Parts;
    }

    /// <summary>Adds constants to the input, or the negative of what is subtracted.</summary>
    public DataPath Subtract(GraphNode node, DataPath path, double[] values) => Scale(node, path, values, arithmetic.TrySubtract);

    /// <summary>Multiplies the input by constants.</summary>
    public DataPath Multiply(GraphNode node, DataPath path, double[] values) => Scale(node, path, values, arithmetic.TryMultiply);

    /// <summary>Whether no layer has been found yet.</summary>
    public bool IsEmpty => layers.Count == 0;

    /// <summary>Adds a dense layer, yet without bias and activation.</summary>
    /// <param name="node">Its node.</param>
    /// <param name="path">What it reads; its last axis are the features.</param>
    /// <param name="weights">Its weights, a row per output.</param>
    /// <param name="units">Its outputs.</param>
    public DataPath AddDense(GraphNode node, DataPath path, float[] weights, int units)
    {
        int size = weights.Length / units;
        var shape = new DenseShape(names.Next(node, DenseShape.KindName, layers.Count), size, units) { Bias = false };
        layers.Add(SourceLayer.Of(node.Place, shape, weights));
        return Advance(path, [.. path.Axes.SkipLast(1), Features(units)]);
    }

    /// <summary>Gives the last layer a bias.</summary>
    public DataPath AddBias(GraphNode node, DataPath path, float[] bias)
    {
        if (layers is not [.., { Shape: DenseShape { Bias: false, Activation: Activation.None } shape } last])
        {
            throw node.Refuse("constants are added where a bias stands: behind a MatMul or Gemm that has none yet, before its activation.");
        }

        layers[^1] = SourceLayer.Of(last.From, shape with { Bias = true }, last.Tensors[TensorNames.Weight], bias);
        return Advance(path, path.Axes);
    }

    /// <summary>Gives the last layer an activation.</summary>
    public DataPath Activate(GraphNode node, DataPath path, Activation activation)
    {
        RequireEnd(node, path);
        if (layers is not [.., { Shape: DenseShape { Activation: Activation.None } shape } last])
        {
            throw node.Refuse("an activation stands behind a MatMul or Gemm, one for each; here is none before it, or one that has an activation already.");
        }

        layers[^1] = last with { Shape = shape with { Activation = activation } };
        return Advance(path, path.Axes);
    }

    /// <summary>Adds a recurrent layer.</summary>
    /// <param name="node">Its node.</param>
    /// <param name="path">What it reads.</param>
    /// <param name="shape">Makes its shape from its name.</param>
    /// <param name="tensors">Its tensors.</param>
    /// <param name="outputAxes">Makes the axes of its outputs from that of their features.</param>
    /// <returns>Its outputs: of all steps, and of the last one.</returns>
    public (DataPath All, DataPath Last) AddGru(
        GraphNode node, DataPath path, Func<string, GruShape> shape, float[][] tensors, Func<Axis, (IReadOnlyList<Axis> All, IReadOnlyList<Axis> Last)> outputAxes)
    {
        GruShape named = shape(names.Next(node, GruShape.KindName, layers.Count));
        layers.Add(SourceLayer.Of(node.Place, named, tensors));
        (IReadOnlyList<Axis> all, IReadOnlyList<Axis> last) = outputAxes(Features(named.Hidden));
        DataPath outputs = Advance(path, all);
        return (outputs, outputs with { Axes = last, IsLastState = true });
    }

    private DataPath Scale(GraphNode node, DataPath path, double[] values, Func<double[], bool> scale)
    {
        DataPath entered = path;
        if (values.Length > 1)
        {
            entered = Enter(node, path, values.Length);
        }
        else
        {
            RequireEnd(node, path);
        }

        return scale(values)
            ? Advance(entered, entered.Axes)
            : throw node.Refuse("of the input, one mean may be subtracted and then one scale multiplied, in this order; fold the rest into the first layer's weights.");
    }

    private Axis Features(int size) => new([NewPart(size)], IsFeatures: true);

    private DataPath Advance(DataPath path, IReadOnlyList<Axis> axes) => new(path.Source, ++Stage, axes);
}
