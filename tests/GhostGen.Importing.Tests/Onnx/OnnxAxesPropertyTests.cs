using CsCheck;
using Xunit;

namespace GhostGen.Importing.Tests.Onnx;

/// <summary>
/// Axes are followed by their sizes alone. Here the elements themselves are moved beside them: whenever a rearrangement is accepted, each axis has to run over
/// the elements that it is said to run over, whatever the sizes are.
/// </summary>
public sealed class OnnxAxesPropertyTests
{
    private static readonly Gen<int[]> someSizes = Gen.Int[1, 4].Array[3];

    [Fact]
    public void Whatever_is_rearranged_each_axis_runs_over_the_elements_that_it_is_said_to()
    {
        int accepted = 0;
        int refused = 0;
        Gen.Select(someSizes, Gen.Bool.Array[3], Gen.Int[0, int.MaxValue]).Sample(
            (sizes, known, seed) =>
            {
                var random = new Random(seed);
                var moved = new MovedElements(sizes, known);
                for (int i = 0; i < 4; i++)
                {
                    if (!moved.TryRearrange(random))
                    {
                        refused++;
                        return;
                    }

                    moved.RequireConsistent();
                }

                accepted++;
            },
            iter: 20_000,
            threads: 1);
        Assert.True(accepted > 1_000, $"{accepted} accepted");
        Assert.True(refused > 1_000, $"{refused} refused");
    }
}
