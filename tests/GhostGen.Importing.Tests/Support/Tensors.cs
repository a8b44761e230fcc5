using GhostGen.Importing.Arrays;
using GhostGen.TestSupport;

namespace GhostGen.Importing.Tests.Support;

/// <summary>Arrays as PyTorch's modules have them.</summary>
internal static class Tensors
{
    /// <summary>An array of values that are different everywhere.</summary>
    public static NamedArray Of(string name, params int[] sizes) =>
        new(name, sizes, RandomModels.Inputs(sizes.Aggregate(1, static (count, size) => count * size), seed: (ulong)name.Sum(static character => (long)character) + 1));

    /// <summary>The tensors of <c>nn.Linear</c>.</summary>
    public static NamedArray[] Linear(string module, int input, int units) => [Of($"{module}.weight", units, input), Of($"{module}.bias", units)];

    /// <summary>The tensors of one layer of <c>nn.GRU</c>.</summary>
    public static NamedArray[] Gru(string module, int input, int hidden, int layer = 0) =>
    [
        Of($"{module}.weight_ih_l{layer}", 3 * hidden, input),
        Of($"{module}.weight_hh_l{layer}", 3 * hidden, hidden),
        Of($"{module}.bias_ih_l{layer}", 3 * hidden),
        Of($"{module}.bias_hh_l{layer}", 3 * hidden),
    ];
}
