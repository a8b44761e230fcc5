using GhostGen.Reference;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Usage.Tests;

/// <summary>Every way in which a class can be a model.</summary>
public class FormTests
{
    private static readonly ReferenceModel Reference = new(ModelFile.Load("switch.ghost.json"));

    public static TheoryData<string, IStreamingModel> Forms => new()
    {
        { nameof(GlobalSwitch), new GlobalSwitch() },
        { nameof(LoadedSwitch), LoadedSwitch.Load("switch.ghost.json") },
        { nameof(CheckedSwitch), new CheckedSwitch() },
        { nameof(CountingSwitch), new CountingSwitch(1) },
        { nameof(Outer), Outer.Middle.@interface.Create() },
        { nameof(TwinSWITCH), new TwinSWITCH() },
        { nameof(TwinSwitch), new TwinSwitch() },
        { nameof(Größenschalter), new Größenschalter() },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Computes_what_the_reference_computes(string form, IStreamingModel model)
    {
        float[] inputs = RandomModels.Inputs(20 * 3);
        var expected = new float[20 * 2];
        var actual = new float[20 * 2];
        Reference.Reset();
        Reference.Run(inputs, expected);
        model.Run(inputs, actual);
        Assert.True(expected.AsSpan().SequenceEqual(actual), form);
    }

    [Fact]
    public void Sizes_are_constants_and_information_comes_from_the_file()
    {
        Assert.Equal((3, 2, 10), (GlobalSwitch.InputSize, GlobalSwitch.OutputSize, GlobalSwitch.StateSize));
        ModelInfo info = GlobalSwitch.Info;
        Assert.Equal("switch", info.Name);
        Assert.Equal(["memory", "decision"], info.Layers.Select(static layer => layer.Name));
        Assert.Equal(["off", "on"], info.Labels);
        Assert.Equal(Reference.Info.Shape, info.Shape);
        Assert.Equal(Reference.Info.MultiplyAdds, info.MultiplyAdds);
        Assert.True(info.WeightBytes >= 4 * info.MultiplyAdds);
        Assert.Same(info, ((IStreamingModel)new GlobalSwitch()).Info);
    }

    [Fact]
    public void The_users_own_part_of_the_class_lives_on()
    {
        var model = new CountingSwitch(41);
        Assert.Equal(42, model.StepAndCount([1f, 2f, 3f], new float[2]));
    }
}
