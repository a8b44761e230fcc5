using GhostGen.Kernels;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Tests.Kernels;

public class SoftmaxTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(12)]
    [InlineData(31)]
    public void Agrees_with_the_formula_in_double_precision(int count)
    {
        float[] values = RandomModels.Inputs(count, bound: 20f);
        double[] exact = values.Select(static value => Math.Exp(value)).ToArray();
        double sum = exact.Sum();
        Softmax.Apply(values);
        for (int i = 0; i < count; i++)
        {
            // Six units of the last place: four of the exponential, the sum's rounding, the division's.
            Assert.InRange(Ulp.Distance(values[i], exact[i] / sum), 0, 6 + count);
        }
    }

    [Fact]
    public void Does_not_overflow()
    {
        float[] values = [3e38f, 3e38f, -3e38f];
        Softmax.Apply(values);
        Assert.Equal([0.5f, 0.5f, 0f], values);
    }

    [Fact]
    public void One_value_is_certain_and_none_are_none()
    {
        float[] values = [-5f];
        Softmax.Apply(values);
        Assert.Equal([1f], values);
        Softmax.Apply([]);
    }

    [Fact]
    public void NaN_makes_all_results_NaN()
    {
        float[] values = [1f, float.NaN, 2f, 3f, 4f];
        Softmax.Apply(values);
        Assert.All(values, static value => Assert.True(float.IsNaN(value)));
    }
}
