using GhostGen.Modeling;

namespace GhostGen.Packing;

/// <summary>
/// A way to hold several neighbouring outputs in one register, and how many of those registers a panel may take. Weights are laid out
/// for one width: the one that the machine is fast with.
/// </summary>
/// <param name="Name">What generated names call it.</param>
/// <param name="Lanes">The floats in one register.</param>
/// <param name="GateVectors">The most registers of outputs in a panel of all gates: times four accumulators each.</param>
/// <param name="PairVectors">The same for the reset and update gates alone: times two.</param>
/// <param name="ProductVectors">The same for a single product: times one.</param>
internal sealed record VectorWidth(string Name, int Lanes, int GateVectors, int PairVectors, int ProductVectors)
{
    /// <summary>
    /// 32 registers, so what counts is latency: a fused multiply-add takes 4 cycles and one or two start in each, so 8 to 9 chains keep
    /// the unit busy. Measured with gru 128 -> 128 on a Zen 5 core, as a multiple of a plain read of the same weights: 1.4 with 6
    /// chains, 1.0 with 9, 1.1 with 12.
    /// </summary>
    internal static readonly VectorWidth Vector512 = new("Vector512", 16, 3, 4, 8);

    /// <summary>
    /// 16 registers: 3 times 4 accumulators, the broadcast input, and weights that are memory operands of the multiply-add. With a
    /// fourth vector the accumulator that a loop does not touch is kept in memory, and others with it.
    /// </summary>
    internal static readonly VectorWidth Vector256 = new("Vector256", 8, 3, 4, 8);

    /// <summary>16 registers, and a machine without fused multiply-add needs one more for the product.</summary>
    internal static readonly VectorWidth Vector128 = new("Vector128", 4, 3, 4, 8);

    /// <summary>No vector hardware: one output at a time.</summary>
    internal static readonly VectorWidth Scalar = new("Scalar", 1, 1, 1, 1);

    /// <summary>All widths, in the order in which generated code prefers them.</summary>
    internal static readonly Sequence<VectorWidth> All = new([Vector512, Vector256, Vector128, Scalar]);

    /// <summary>The bits of a register; 0 for <see cref="Scalar"/>.</summary>
    internal int Bits => Lanes == 1 ? 0 : Lanes * 32;

    /// <summary>The most registers of outputs in a panel whose outputs have so many accumulators each.</summary>
    internal int MostVectors(int accumulators) => accumulators switch
    {
        1 => ProductVectors,
        2 => PairVectors,
        _ => GateVectors,
    };
}
