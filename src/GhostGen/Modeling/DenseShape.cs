namespace GhostGen.Modeling;

/// <summary>A fully connected layer: <c>y = activation(W x + b)</c>.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="InputSize">The length of <c>x</c>.</param>
/// <param name="Units">The length of <c>y</c>.</param>
public sealed record DenseShape(string Name, int InputSize, int Units) : LayerShape(Name, InputSize)
{
    /// <summary>The kind as the model file spells it.</summary>
    public const string KindName = "dense";

    /// <summary>The function applied to each output.</summary>
    public Activation Activation { get; init; } = Activation.None;

    /// <summary>Whether there is a bias.</summary>
    public bool Bias { get; init; } = true;

    /// <inheritdoc/>
    public override string Kind => KindName;

    /// <inheritdoc/>
    public override int OutputSize => Units;

    /// <inheritdoc/>
    public override int StateSize => 0;

    /// <inheritdoc/>
    public override Sequence<TensorShape> Tensors
    {
        get
        {
            var weight = new TensorShape(TensorNames.Weight, Units, InputSize);
            return Bias ? new([weight, new(TensorNames.Bias, Units)]) : new([weight]);
        }
    }
}
