using System.Globalization;
using GhostGen.Kernels;
using GhostGen.Tests.Kernels;
using Xunit;

namespace GhostGen.Tests.Documents;

/// <summary>docs/numerics.md promises what the tests assert.</summary>
public sealed class NumericsDocumentTests
{
    private static readonly string Document = Checkout.Read("docs/numerics.md");

    [Fact]
    public void The_bounds_of_the_activations_are_those_of_the_tests()
    {
        Assert.All(ActivationBound.All, static bound => Assert.Contains(
            $"| `{bound.Name}` | {Units(bound.Fused)} | {Difference(bound.Fused)} | {Units(bound.Separate)} | {Difference(bound.Separate)} |",
            Document,
            StringComparison.Ordinal));
    }

    [Fact]
    public void Where_the_activations_end_is_where_the_code_ends_them()
    {
        Assert.Contains(FormattableString.Invariant($"From {ActivationConstants.TanhSaturation} on it is exactly 1."), Document, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"Exactly 1 from {ActivationConstants.SigmoidHighest} on"), Document, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"From {ActivationConstants.SigmoidLowest} down"), Document, StringComparison.Ordinal);
    }

    [Fact]
    public void The_variable_of_the_exhaustive_run_is_the_tests() =>
        Assert.Contains($"{ActivationSweep.StrideVariable}=1 dotnet run", Document, StringComparison.Ordinal);

    private static string Units(ErrorBound bound) => double.IsFinite(bound.Units) ? bound.Units.ToString("0.0", CultureInfo.InvariantCulture) : "none";

    private static string Difference(ErrorBound bound) => bound.Difference.ToString("0.#e-0", CultureInfo.InvariantCulture);
}
