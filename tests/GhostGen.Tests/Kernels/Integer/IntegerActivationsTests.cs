using System.Runtime.Intrinsics;
using GhostGen.Kernels.Integer;
using Xunit;

namespace GhostGen.Tests.Kernels.Integer;

/// <summary>Activations in whole numbers: how close they come, that they keep their bounds, and that all widths agree.</summary>
public sealed class IntegerActivationsTests
{
    private const double Sum = 65536;
    private const double Value = 32768;
    private const int Outermost = 20 << 16;

    private static readonly int[] Ends = [int.MinValue / 8 * 7, int.MaxValue / 8 * 7, -(1 << 28), 1 << 28];

    /// <summary>Every sum there is between -20 and 20, and what lies far outside.</summary>
    private static IEnumerable<int> Sums => Enumerable.Range(-Outermost, 2 * Outermost).Concat(Ends);

    [Fact]
    public void Tanh_is_within_what_is_stated() => AssertClose(IntegerActivations.Tanh, Math.Tanh, 8.6e-4);

    [Fact]
    public void Sigmoid_is_within_what_is_stated() => AssertClose(IntegerActivations.Sigmoid, static x => 1 / (1 + Math.Exp(-x)), 4.5e-4);

    [Fact]
    public void They_never_fall() => Assert.All((Func<int, int>[])[IntegerActivations.Tanh, IntegerActivations.Sigmoid], static function =>
    {
        int last = function(-Outermost);
        for (int sum = -Outermost + 1; sum < Outermost; sum++)
        {
            int next = function(sum);
            Assert.True(next >= last, $"{next} follows {last} at {sum}.");
            last = next;
        }
    });

    [Fact]
    public void Tanh_is_odd_and_silent_for_silence()
    {
        Assert.Equal(0, IntegerActivations.Tanh(0));
        Assert.Equal(32757, IntegerActivations.Tanh(Outermost));
        Assert.Equal(-32757, IntegerActivations.Tanh(-Outermost));
        Assert.Equal(16384, IntegerActivations.Sigmoid(0));
        Assert.Equal(32762, IntegerActivations.Sigmoid(Outermost));
        Assert.Equal(5, IntegerActivations.Sigmoid(-Outermost));
    }

    [Fact]
    public void Relu_and_none_end_at_512()
    {
        Assert.Equal(32768, IntegerActivations.None(65536));
        Assert.Equal(-32768, IntegerActivations.None(-65536));
        Assert.Equal(1 << 24, IntegerActivations.None(513 << 16));
        Assert.Equal(-(1 << 24), IntegerActivations.None(-(513 << 16)));
        Assert.Equal(1 << 24, IntegerActivations.Relu(513 << 16));
        Assert.Equal(0, IntegerActivations.Relu(-65536));
    }

    [Fact]
    public void All_widths_agree()
    {
        foreach (int[] sums in Sums.Where(static sum => sum % 101 == 0 || Ends.Contains(sum)).Chunk(16))
        {
            var lanes = new int[16];
            sums.CopyTo(lanes, 0);
            AssertSame(lanes, IntegerActivations.Tanh, IntegerActivations.Tanh, IntegerActivations.Tanh, IntegerActivations.Tanh);
            AssertSame(lanes, IntegerActivations.Sigmoid, IntegerActivations.Sigmoid, IntegerActivations.Sigmoid, IntegerActivations.Sigmoid);
            AssertSame(lanes, IntegerActivations.Relu, IntegerActivations.Relu, IntegerActivations.Relu, IntegerActivations.Relu);
            AssertSame(lanes, IntegerActivations.None, IntegerActivations.None, IntegerActivations.None, IntegerActivations.None);
        }
    }

    private static void AssertClose(Func<int, int> actual, Func<double, double> exact, double bound)
    {
        double worst = Sums.Max(sum => Math.Abs((actual(sum) / Value) - exact(sum / Sum)));
        Assert.InRange(worst, bound * 0.9, bound);
    }

    private static void AssertSame(
        int[] sums,
        Func<int, int> one,
        Func<Vector128<int>, Vector128<int>> four,
        Func<Vector256<int>, Vector256<int>> eight,
        Func<Vector512<int>, Vector512<int>> sixteen)
    {
        int[] expected = Array.ConvertAll(sums, sum => one(sum));
        Assert.Equal(Vector512.Create(expected), sixteen(Vector512.Create(sums)));
        Assert.Equal(Vector256.Create(expected), eight(Vector256.Create(sums)));
        Assert.Equal(Vector128.Create(expected), four(Vector128.Create(sums)));
    }
}
