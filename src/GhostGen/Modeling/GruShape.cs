namespace GhostGen.Modeling;

/// <summary>A gated recurrent unit (Cho et al. 2014), with the reset gate after the product as in PyTorch, or before it as in TensorFlow 1.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="InputSize">The length of the input.</param>
/// <param name="Hidden">The length of the state and of the output.</param>
public sealed record GruShape(string Name, int InputSize, int Hidden) : LayerShape(Name, InputSize)
{
    /// <summary>The kind as the model file spells it.</summary>
    public const string KindName = "gru";

    /// <summary>Where the reset gate enters: <see cref="ResetForm.AfterProduct"/> or <see cref="ResetForm.BeforeProduct"/>.</summary>
    public ResetForm Reset { get; init; } = ResetForm.AfterProduct;

    /// <summary>The function of the candidate: <see cref="Activation.Tanh"/>, or <see cref="Activation.Relu"/> as RNNoise has it.</summary>
    public Activation CandidateActivation { get; init; } = Activation.Tanh;

    /// <inheritdoc/>
    public override string Kind => KindName;

    /// <inheritdoc/>
    public override int OutputSize => Hidden;

    /// <inheritdoc/>
    public override int StateSize => Hidden;

    /// <inheritdoc/>
    public override Sequence<TensorShape> Tensors => new(RecurrentTensors.Of(InputSize, Hidden, Hidden, Reset).ToArray());
}
