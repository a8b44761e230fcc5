using GhostGen.Modeling;

namespace GhostGen;

/// <summary>What there is to know about a model without running it.</summary>
/// <param name="Shape">The layers.</param>
/// <param name="WeightBytes">The bytes of weights that one step reads, padding included.</param>
public sealed record ModelInfo(ModelShape Shape, long WeightBytes)
{
    /// <summary>The model's name.</summary>
    public string Name => Shape.Name;

    /// <summary>The layers, first to last.</summary>
    public Sequence<LayerShape> Layers => Shape.Layers;

    /// <summary>The number of values a step reads.</summary>
    public int InputSize { get; } = Shape.InputSize;

    /// <summary>The number of values a step writes.</summary>
    public int OutputSize { get; } = Shape.OutputSize;

    /// <summary>The number of values carried from step to step.</summary>
    public int StateSize { get; } = Shape.StateSize;

    /// <summary>The number of weights and biases.</summary>
    public long Parameters => Shape.Parameters;

    /// <summary>
    /// The multiply-adds of one step as the layers' equations have it, which is what models are compared by. Where linear ghosts are folded
    /// into the recurrent weights a step makes do with fewer; the top of the generated file says how many.
    /// </summary>
    public long MultiplyAdds => Shape.MultiplyAdds;

    /// <summary>How exactly sigmoid and tanh are computed.</summary>
    public ActivationAccuracy Accuracy { get; init; }

    /// <summary>A name for each output, or none at all.</summary>
    public Sequence<string> Labels { get; init; } = new([]);

    /// <summary>
    /// What it does to layers that their weights are stored in fewer bits than singles have; none where nothing is stored so, and in classes whose weights are
    /// loaded at run time: <see cref="Quantization.QuantizationReport"/> computes it for those.
    /// </summary>
    public Sequence<LayerQuantization> Quantization { get; init; } = new([]);
}
