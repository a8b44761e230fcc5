using GhostGen.Generator.Tests.Golden;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Generator.Tests.Planning;

/// <summary>What is decided for each layer that the bench measures, kept to be read: whoever changes the planner sees in a review what it changes.</summary>
public sealed class PlannedLayersTests
{
    private static readonly (int Input, int Hidden)[] Sizes =
    [
        (1, 8), (1, 16), (1, 40), (10, 154), (20, 400), (24, 24), (24, 48), (90, 48), (114, 96), (40, 64), (40, 128), (40, 256), (64, 64), (128, 128), (257, 400),
        (384, 384), (400, 400),
    ];

    [Fact]
    public async Task What_is_chosen_for_each_layer_and_why() => await Verifier.Verify(
        PlanDocument.Of(Sizes.SelectMany(static size => (LayerShape[])[new GruShape("gru", size.Input, size.Hidden), new GhostGruShape("ghost", size.Input, size.Hidden)])),
        extension: "md");
}
