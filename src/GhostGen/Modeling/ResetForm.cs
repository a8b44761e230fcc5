namespace GhostGen;

/// <summary>Where the reset gate enters the candidate of a recurrent layer.</summary>
public enum ResetForm
{
    /// <summary>
    /// After the product with the intrinsic state: <c>r o (W_hc h + b_hc)</c>; ghosts stay outside the gate. The form of the
    /// GhostRNN paper, of PyTorch, and of Keras with <c>reset_after=True</c>.
    /// </summary>
    AfterProduct,

    /// <summary>After the product with the whole state, ghosts included: <c>r o (W_hc [h; g] + b_hc)</c>. Ghost layers only.</summary>
    AfterWholeProduct,

    /// <summary>Before the product: <c>W_hc (r o h)</c>; ghosts stay outside the gate. The form of TensorFlow 1, RNNoise and Cho et al. 2014.</summary>
    BeforeProduct,
}
