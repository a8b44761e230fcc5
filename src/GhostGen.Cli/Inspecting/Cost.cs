using GhostGen.Kernels;
using GhostGen.Modeling;

namespace GhostGen.Cli.Inspecting;

/// <summary>What layers cost.</summary>
/// <param name="Parameters">Weights and biases.</param>
/// <param name="MultiplyAdds">Multiply-adds of a step, as the equations have it.</param>
/// <param name="Bytes">Bytes that a step reads, as singles, with what fills vectors and cache lines up.</param>
internal sealed record Cost(long Parameters, long MultiplyAdds, long Bytes)
{
    /// <summary>The cost of layers, none of whose weights are left out.</summary>
    public static Cost Of(params LayerShape[] layers)
    {
        var shape = new ModelShape("", new(layers));
        return new(shape.Parameters, shape.MultiplyAdds, (long)WeightPacker.FloatCount(shape, KernelWidth.Current) * sizeof(float));
    }
}
