namespace GhostGen;

/// <summary>A gated recurrent unit.</summary>
public sealed class GruAttribute : LayerAttribute
{
    /// <summary>A layer that reads what the one before it writes.</summary>
    /// <param name="hidden">The length of the state and of the output.</param>
    public GruAttribute(int hidden)
        : base(null) => Hidden = hidden;

    /// <summary>A layer that states what it reads.</summary>
    /// <param name="input">The number of inputs.</param>
    /// <param name="hidden">The length of the state and of the output.</param>
    public GruAttribute(int input, int hidden)
        : base(input) => Hidden = hidden;

    /// <summary>The length of the state and of the output.</summary>
    public int Hidden { get; }

    /// <summary><see cref="ResetForm.AfterProduct"/> or <see cref="ResetForm.BeforeProduct"/>.</summary>
    public ResetForm Reset { get; set; } = ResetForm.AfterProduct;

    /// <summary>The function of the candidate: <see cref="Activation.Tanh"/> or <see cref="Activation.Relu"/>.</summary>
    public Activation CandidateActivation { get; set; } = Activation.Tanh;
}
