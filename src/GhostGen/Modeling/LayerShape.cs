namespace GhostGen.Modeling;

/// <summary>What a layer computes and how large it is, without its weights.</summary>
/// <param name="Name">The layer's name: the prefix of its tensors in the model file.</param>
/// <param name="InputSize">The number of values the layer reads each step.</param>
public abstract record LayerShape(string Name, int InputSize)
{
    /// <summary>The kind as the model file spells it: <c>ghost_gru</c>, <c>gru</c> or <c>dense</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The number of values the layer writes each step.</summary>
    public abstract int OutputSize { get; }

    /// <summary>The number of values the layer carries from step to step: 0 for a dense layer.</summary>
    public abstract int StateSize { get; }

    /// <summary>The numbers that the layer's weights are stored as, which a class's attributes choose and no model file says.</summary>
    public Precision Precision { get; init; }

    /// <summary>
    /// What the layer's input lies within, from minus this to this, <see cref="ShapeLimits.LeastInputRange"/> to
    /// <see cref="ShapeLimits.LargestInputRange"/>; of a model's first layer, the input before its normalization. <see langword="null"/> where
    /// nobody has said. Layers whose weights are bytes take values beyond it as its ends; others do not look at it.
    /// </summary>
    public float? InputRange { get; init; }

    /// <summary>Whether weights are bytes, which sources are turned into whole numbers for.</summary>
    internal bool HasBytes => Precision is Precision.Int8 or Precision.Int8Wide or Precision.Integer;

    /// <summary>The tensors the layer needs, in the order in which the model file lists them.</summary>
    public abstract Sequence<TensorShape> Tensors { get; }

    /// <summary>The number of weights and biases.</summary>
    public long Parameters => Tensors.Sum(static tensor => tensor.Count);

    /// <summary>The multiply-adds of one step as the equations have it: the parameters without the biases. Where linear ghosts are folded, a step makes do with fewer.</summary>
    public long MultiplyAdds => Tensors.Where(static tensor => !tensor.IsBias).Sum(static tensor => tensor.Count);
}
