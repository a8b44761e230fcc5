namespace GhostGen.Modeling;

/// <summary>The layers of a model, first to last; each reads what the one before it writes.</summary>
/// <param name="Name">The model's name, for people.</param>
/// <param name="Layers">At least one layer, with distinct names.</param>
public sealed record ModelShape(string Name, Sequence<LayerShape> Layers)
{
    /// <summary>The number of values a step reads.</summary>
    public int InputSize => Layers[0].InputSize;

    /// <summary>The number of values a step writes.</summary>
    public int OutputSize => Layers[Layers.Count - 1].OutputSize;

    /// <summary>The number of values carried from step to step, all layers together, in layer order.</summary>
    public int StateSize
    {
        get
        {
            // A plain loop: every program asks this before its first step, and a query would be compiled first.
            int size = 0;
            for (int i = 0; i < Layers.Count; i++)
            {
                size += Layers[i].StateSize;
            }

            return size;
        }
    }

    /// <summary>The same layers, with weights stored as numbers of the given precision.</summary>
    /// <param name="precision">Of all layers.</param>
    public ModelShape WithPrecision(Precision precision) => this with { Layers = new(Layers.Select(layer => layer with { Precision = precision }).ToArray()) };

    /// <summary>The same layers, each with the precision of its counterpart and with what that one says of its input's range.</summary>
    /// <param name="other">A model of as many layers.</param>
    internal ModelShape WithNumbersOf(ModelShape other) => this with
    {
        Layers = new(Layers.Zip(other.Layers, static (layer, counterpart) => layer with { Precision = counterpart.Precision, InputRange = counterpart.InputRange }).ToArray()),
    };

    /// <summary>The same layers, each with the given range of its input, or with none.</summary>
    /// <param name="ranges">One for each layer.</param>
    internal ModelShape WithInputRanges(IReadOnlyList<float?> ranges) =>
        this with { Layers = new(Layers.Select((layer, i) => layer with { InputRange = ranges[i] }).ToArray()) };

    /// <summary>The number of weights and biases.</summary>
    public long Parameters => Layers.Sum(static layer => layer.Parameters);

    /// <summary>The multiply-adds of one step as the layers' equations have it.</summary>
    public long MultiplyAdds => Layers.Sum(static layer => layer.MultiplyAdds);
}
