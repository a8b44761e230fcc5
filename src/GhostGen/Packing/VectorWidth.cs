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
    // Three vectors of gates are nine chains of multiply-adds, enough to hide a latency of 4 cycles in two units. Fewer leave the units
    // waiting; more gained nothing at any width. Measured on a Zen 5 core with gru
    // 128 -> 128, as a multiple of a plain read of the same weights, with 2, 3 and 4 vectors: 1.45, 1.00, 1.09 at 512 bits; 1.96, 1.48,
    // 1.98 at 256; 1.39, 1.35, 1.69 at 128 without fusing (bench: quick --filter x128, after changing the number here).
    // The eight chains of the other two kinds follow from the same latency; they were not varied.

    /// <summary>32 registers.</summary>
    internal static readonly VectorWidth Vector512 = new("Vector512", 16, 3, 4, 8);

    /// <summary>16 registers: three vectors of four accumulators and the broadcast input; a fourth would want more than there are.</summary>
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
