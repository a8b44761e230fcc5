using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Tests.Reference;

/// <summary>At ratio 1 there are no ghosts.</summary>
public sealed class RatioOneTests
{
    [Theory]
    [InlineData(ResetForm.AfterProduct, ResetForm.AfterProduct)]
    [InlineData(ResetForm.AfterWholeProduct, ResetForm.AfterProduct)]
    [InlineData(ResetForm.BeforeProduct, ResetForm.BeforeProduct)]
    public void A_ghost_gru_of_ratio_one_is_the_plain_gru_bit_for_bit(ResetForm ghostForm, ResetForm plainForm)
    {
        var ghost = new GhostGruShape("layer", 13, 47) { Ratio = 1, Reset = ghostForm };
        var plain = new GruShape("layer", 13, 47) { Reset = plainForm };
        Assert.Equal(plain.Tensors, ghost.Tensors);

        // The same tensors in the same order: the same seed gives the same weights.
        ModelManifest ghostManifest = RandomModels.Manifest(new ModelShape("ghost", new([ghost])));
        ModelManifest plainManifest = RandomModels.Manifest(new ModelShape("plain", new([plain])));
        float[] inputs = RandomModels.Inputs(200 * 13);
        foreach (string runtime in Models.Runtimes)
        {
            Models.AssertSameBits(Models.Run(Models.Create(runtime, plainManifest), inputs), Models.Run(Models.Create(runtime, ghostManifest), inputs));
        }
    }
}
