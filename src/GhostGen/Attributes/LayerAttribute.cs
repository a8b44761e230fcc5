namespace GhostGen;

/// <summary>One layer of a model. Layers apply in the order in which their attributes stand in the source.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class LayerAttribute : Attribute
{
    /// <summary>A layer that reads what the one before it writes (<paramref name="input"/> null), or a stated number of values.</summary>
    private protected LayerAttribute(int? input) => Input = input;

    /// <summary>The number of values the layer reads, where it is stated: the first layer has to.</summary>
    public int? Input { get; }

    /// <summary>The numbers that the layer's weights are stored as. By default those of the model: <see cref="GhostModelAttribute.Precision"/>.</summary>
    public Precision Precision { get; set; }

    /// <summary>
    /// What the layer's input lies within, from minus this to this: a number from 2^-60 to 2^60, or 0, the default, for what the model file says, if
    /// there is one. Of a model's first layer it is the range of the input as a step reads it, before its normalization. Layers of
    /// <see cref="Precision.Int8"/>, <see cref="Precision.Int8Wide"/> and <see cref="Precision.Integer"/> take values beyond it as its ends (the last one beyond the next power
    /// of two, and only of singles), and measure each step where it is not given; others do not look at it.
    /// </summary>
    public float InputRange { get; set; }

    /// <summary>The layer's name, the prefix of its tensors in the model file. By default its kind and position: <c>ghost_gru0</c>, <c>dense1</c>.</summary>
    public string? Name { get; set; }
}
