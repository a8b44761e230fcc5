using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Reference;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Tests.Reference;

/// <summary>Processors are slow with denormal numbers, so the state of a model that has no biases must not fade into them when its input falls silent.</summary>
public sealed class SilenceTests
{
    /// <summary>Enough for states that no bias holds up to fade from 1 below the smallest normal number, 2^-126.</summary>
    private const int SilentSteps = 4000;

    public static TheoryData<LayerShape> Layers => new((LayerShape[])
    [
        new GruShape("gru", 3, 20),
        new GruShape("gru", 3, 20) { Reset = ResetForm.BeforeProduct },
        new GruShape("gru", 3, 20) { CandidateActivation = Activation.Relu },
        new GhostGruShape("ghost", 3, 20),
        new GhostGruShape("ghost", 3, 20) { Reset = ResetForm.AfterWholeProduct, Cheap = CheapMap.Diagonal },
        new GhostGruShape("ghost", 3, 20) { Reset = ResetForm.BeforeProduct, CheapActivation = Activation.None },
    ]);

    [Theory]
    [MemberData(nameof(Layers))]
    public void States_without_biases_do_not_fade_into_denormals(LayerShape layer)
    {
        var model = new ReferenceModel(WithoutBiases(layer));
        float[] output = Fade(model);
        Assert.All(model.State.ToArray(), static value => Assert.InRange(Math.Abs(value), MathF.ScaleB(1, -70), MathF.ScaleB(1, -40)));
        Assert.Equal(output, model.State.ToArray());
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void Without_a_least_start_they_would(LayerShape layer)
    {
        var model = new DoubleReferenceModel(WithoutBiases(layer));
        var output = new double[layer.OutputSize];
        model.State.Fill(0.5);
        for (int i = 0; i < SilentSteps; i++)
        {
            model.Step(new double[layer.InputSize], output);
        }

        Assert.All(output, static value => Assert.True(Math.Abs(value) < MathF.ScaleB(1, -126)));
    }

    private static float[] Fade(ReferenceModel model)
    {
        float[] input = new float[model.Info.InputSize];
        float[] output = new float[model.Info.OutputSize];
        model.State.Fill(0.5f);
        for (int i = 0; i < SilentSteps; i++)
        {
            model.Step(input, output);
        }

        return output;
    }

    private static ModelManifest WithoutBiases(LayerShape layer)
    {
        var shape = new ModelShape("silent", new([layer]));
        ModelManifest manifest = RandomModels.Manifest(shape);
        return new(shape, layer.Tensors.ToDictionary(
            tensor => $"{layer.Name}.{tensor.Name}",
            tensor => tensor.IsBias ? new float[tensor.Count] : manifest.Tensor(layer, tensor.Name)));
    }
}
