using GhostGen.Samples.Spotting;
using Xunit;

namespace GhostGen.Spotting.Tests.Detecting;

/// <summary>Which second of a longer recording is classified.</summary>
public sealed class LoudestSecondTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15_999)]
    [InlineData(16_000)]
    public void A_recording_of_up_to_a_second_is_taken_from_its_start(int length) => Assert.Equal(0, LoudestSecond.StartOf(MadeUpSound.Of(length)));

    [Fact]
    public void The_second_with_the_most_energy_is_found()
    {
        float[] samples = MadeUpSound.Of(40_000);
        double Energy(int start) => samples.AsSpan(start, 16_000).ToArray().Sum(static sample => (double)sample * sample);
        double most = Enumerable.Range(0, 241).Max(hundred => Energy(100 * hundred));
        Assert.True(Energy(LoudestSecond.StartOf(samples)) >= most);
    }

    [Fact]
    public void It_can_be_the_last_one()
    {
        var samples = new float[50_000];
        samples[^1] = 1;
        samples[^16_000] = 1;
        samples[100] = 1;
        Assert.Equal(34_000, LoudestSecond.StartOf(samples));
    }

    [Fact]
    public void Of_equally_loud_seconds_it_is_the_first() => Assert.Equal(0, LoudestSecond.StartOf(new float[40_000]));
}
