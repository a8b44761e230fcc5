using GhostGen.Kernels;

namespace GhostGen.Tests.Kernels;

/// <summary>
/// How far an activation may be from the exact function. What is written here is what the tests assert and what docs/numerics.md has to
/// state; sweeps over every float have found nothing farther away.
/// </summary>
/// <param name="Name">The function, as the document calls it.</param>
/// <param name="Fused">The bounds where multiply-adds round once.</param>
/// <param name="Separate">The bounds where they round twice.</param>
internal sealed record ActivationBound(string Name, ErrorBound Fused, ErrorBound Separate)
{
    /// <summary>Everywhere.</summary>
    internal static readonly ActivationBound Tanh = new("tanh(x)", new(5.6, 3.4e-7), new(6.2, 3.7e-7));

    /// <summary>Above -87.33. Below, the exact value is denormal or nearly so, and sigmoid stops.</summary>
    internal static readonly ActivationBound Sigmoid = new("sigmoid(x)", new(3.8, 9.0e-8), new(3.9, 1.1e-7));

    /// <summary>From 0 to 87, which is what softmax needs: above, the exact value is denormal or nearly so.</summary>
    internal static readonly ActivationBound Exponential = new("exp(-x)", new(2.5, 1.3e-7), new(2.5, 1.3e-7));

    /// <summary>The fast one, everywhere. Its error in units of the last place has no bound: where the exact value is small, so are they.</summary>
    internal static readonly ActivationBound FastTanh = new("fast tanh(x)", new(double.PositiveInfinity, 4.7e-5), new(double.PositiveInfinity, 4.7e-5));

    /// <summary>The fast one, everywhere.</summary>
    internal static readonly ActivationBound FastSigmoid = new("fast sigmoid(x)", new(double.PositiveInfinity, 2.4e-5), new(double.PositiveInfinity, 2.4e-5));

    /// <summary>All of them.</summary>
    internal static readonly IReadOnlyList<ActivationBound> All = [Tanh, Sigmoid, Exponential, FastTanh, FastSigmoid];

    /// <summary>The bounds on this machine.</summary>
    internal ErrorBound Here => Scalar.IsFused ? Fused : Separate;
}

/// <summary>A bound of an error, in two measures.</summary>
/// <param name="Units">In units of the last place at the exact value.</param>
/// <param name="Difference">The absolute difference.</param>
internal sealed record ErrorBound(double Units, double Difference);
