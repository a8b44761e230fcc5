using GhostGen.Packing;

namespace GhostGen.Generator.Planning;

/// <summary>A way to hold several neighbouring outputs in one register.</summary>
/// <param name="Name">What generated names call it.</param>
/// <param name="Lanes">The floats in one register.</param>
/// <param name="AccumulatorBudget">The accumulators that a pass may keep in registers at once.</param>
internal sealed record VectorWidth(string Name, int Lanes, int AccumulatorBudget)
{
    /// <summary>32 registers: 24 accumulators leave room for the broadcast input and the activations' temporaries.</summary>
    internal static readonly VectorWidth Vector512 = new("Vector512", 16, 24);

    /// <summary>16 registers: 12 accumulators, the broadcast input, and weights that are memory operands of the multiply-add.</summary>
    internal static readonly VectorWidth Vector256 = new("Vector256", 8, 12);

    /// <summary>16 registers: 12 accumulators, the broadcast input, and the product that a machine without fused multiply-add needs in between.</summary>
    internal static readonly VectorWidth Vector128 = new("Vector128", 4, 12);

    /// <summary>No vector hardware: one output at a time.</summary>
    internal static readonly VectorWidth Scalar = new("Scalar", 1, 4);

    /// <summary>All widths, in the order in which generated code prefers them.</summary>
    internal static readonly IReadOnlyList<VectorWidth> All = [Vector512, Vector256, Vector128, Scalar];

    /// <summary>The bits of a register; 0 for <see cref="Scalar"/>.</summary>
    internal int Bits => Lanes == 1 ? 0 : Lanes * 32;

    /// <summary>The registers that one accumulator of a band takes.</summary>
    internal int VectorsOf(Band band) => Lanes == 1 ? 1 : Math.Max(1, band.Lanes / Lanes);
}
