using GhostGen.Samples.Spotting;
using Xunit;

namespace GhostGen.Spotting.Tests.Detecting;

/// <summary>Averages of posteriors.</summary>
public sealed class PosteriorSmoothingTests
{
    [Fact]
    public void The_last_inferences_are_averaged_and_those_before_the_first_are_zeros()
    {
        var smoothing = new PosteriorSmoothing(2, 4);
        float[][] expected = [[0.25f, 0], [0.25f, 0.25f], [0.375f, 0.375f], [0.625f, 0.375f], [0.375f, 0.625f], [0.625f, 0.375f]];
        float[][] posteriors = [[1, 0], [0, 1], [0.5f, 0.5f], [1, 0], [0, 1], [1, 0]];
        for (int inference = 0; inference < posteriors.Length; inference++)
        {
            smoothing.Add(posteriors[inference]);
            Assert.Equal(expected[inference], smoothing.Smoothed.ToArray());
        }
    }

    [Fact]
    public void One_inference_is_what_it_is()
    {
        var smoothing = new PosteriorSmoothing(3, 1);
        smoothing.Add([0.1f, 0.7f, 0.2f]);
        smoothing.Add([0.3f, 0.3f, 0.4f]);
        Assert.Equal([0.3f, 0.3f, 0.4f], smoothing.Smoothed.ToArray());
    }

    [Fact]
    public void Averages_do_not_depend_on_what_was_long_ago()
    {
        var random = new Random(1);
        var old = new PosteriorSmoothing(1, 5);
        for (int inference = 0; inference < 100_003; inference++)
        {
            old.Add([random.NextSingle()]);
        }

        var young = new PosteriorSmoothing(1, 5);
        for (int inference = 0; inference < 5; inference++)
        {
            float posterior = random.NextSingle();
            old.Add([posterior]);
            young.Add([posterior]);
        }

        Assert.Equal(young.Smoothed.ToArray(), old.Smoothed.ToArray());
    }

    [Fact]
    public void After_a_reset_nothing_was_heard()
    {
        var smoothing = new PosteriorSmoothing(1, 2);
        smoothing.Add([1]);
        smoothing.Reset();
        Assert.Equal([0f], smoothing.Smoothed.ToArray());
        smoothing.Add([0.5f]);
        Assert.Equal([0.25f], smoothing.Smoothed.ToArray());
    }

    [Fact]
    public void Wrong_sizes_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new PosteriorSmoothing(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new PosteriorSmoothing(1, 0));
        ArgumentException exception = Assert.Throws<ArgumentException>(static () => new PosteriorSmoothing(3, 1).Add([1, 2]));
        Assert.Contains("There are 2 posteriors; 3 are expected.", exception.Message, StringComparison.Ordinal);
    }
}
