namespace GhostGen.Packing;

/// <summary>
/// Where the sums of a recurrent layer start. Without biases a silent input lets the state fade, step by step, into denormal numbers, on which
/// processors spend a hundred cycles and more an instruction: small models then took up to twice as long for a step. A sum that starts at
/// 2^-50 at least keeps the state, and the squares that activations take, above them, and costs a step nothing.
/// </summary>
internal static class ChainStart
{
    /// <summary>2^-50, about 9e-16: lost in the rounding of every sum beyond 2^-26, and -301 dB of full scale where a signal is all but silent.</summary>
    internal const float Least = 1f / (1L << 50);

    /// <summary>The start of a chain whose bias is <paramref name="bias"/>: the bias, or the least start with its sign if it is smaller.</summary>
    internal static float Of(float bias) => bias is > -Least and < Least ? (bias < 0 ? -Least : Least) : bias;
}
