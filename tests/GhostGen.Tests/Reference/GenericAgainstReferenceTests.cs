using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Reference;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Tests.Reference;

/// <summary>The generic kernels take every sum in the documented order, so they give the bits of the reference at every vector width.</summary>
public sealed class GenericAgainstReferenceTests
{
    public static TheoryData<string> Table => Models.Table;

    [Theory]
    [MemberData(nameof(Table))]
    public void All_widths_give_the_bits_of_the_reference(string name)
    {
        ModelShape shape = ModelTable.Shape(name);
        ModelManifest manifest = RandomModels.Manifest(shape);
        float[] inputs = Models.Inputs(shape, 40);
        var reference = new ReferenceModel(manifest);
        float[] expected = Models.Run(reference, inputs);

        foreach (int lanes in (ReadOnlySpan<int>)[16, 8, 4, 1])
        {
            var model = new GenericModel(manifest, lanes);
            Models.AssertSameBits(expected, Models.Run(model, inputs));
            Models.AssertSameBits(reference.State, model.State);
        }
    }

    [Fact]
    public void Weight_bytes_count_the_padding()
    {
        ModelManifest manifest = RandomModels.Manifest(new ModelShape("dense", new([new DenseShape("dense", 3, 5)])));

        // Five outputs take one vector of 8, two of 4, or two halves of three single values; a row of biases and three of weights.
        Assert.Equal(4 * 8 * sizeof(float), new GenericModel(manifest, 16).Info.WeightBytes);
        Assert.Equal(4 * 8 * sizeof(float), new GenericModel(manifest, 4).Info.WeightBytes);
        Assert.Equal(4 * 6 * sizeof(float), new GenericModel(manifest, 1).Info.WeightBytes);
    }
}
