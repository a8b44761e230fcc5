namespace GhostGen;

/// <summary>A fully connected layer: <c>y = activation(W x + b)</c>.</summary>
public sealed class DenseAttribute : LayerAttribute
{
    /// <summary>A layer that reads what the one before it writes.</summary>
    /// <param name="units">The number of outputs.</param>
    public DenseAttribute(int units)
        : base(null) => Units = units;

    /// <summary>A layer that states what it reads.</summary>
    /// <param name="input">The number of inputs.</param>
    /// <param name="units">The number of outputs.</param>
    public DenseAttribute(int input, int units)
        : base(input) => Units = units;

    /// <summary>The number of outputs.</summary>
    public int Units { get; }

    /// <summary>The function applied to each output.</summary>
    public Activation Activation { get; set; } = Activation.None;

    /// <summary>Whether there is a bias.</summary>
    public bool Bias { get; set; } = true;
}
