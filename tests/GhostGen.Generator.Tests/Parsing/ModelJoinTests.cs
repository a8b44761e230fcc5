using GhostGen.Generator.Diagnostics;
using GhostGen.Generator.Emission;
using GhostGen.Generator.Parsing;
using GhostGen.Generator.Tests.Support;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Generator.Tests.Parsing;

public sealed class ModelJoinTests
{
    private static readonly ModelFileSpec Small = ModelFiles.Read(SmallModel.At("/app/small.ghost.json"), MemoryOptions.None, CancellationToken.None);
    private static readonly ModelShape Stated = new("Amp", new Sequence<LayerShape>([new DenseShape("mine", 2, 1)]));

    [Fact]
    public void A_model_without_a_file_has_the_stated_shape_and_no_weights()
    {
        JoinResult result = ModelJoin.Join(Class(null, Stated), [Small]);
        Assert.Null(result.Problem);
        Assert.Equal(Stated, result.Model!.Shape);
        Assert.Null(result.Model.Manifest);
    }

    [Fact]
    public void A_model_with_a_file_has_the_files_shape_and_weights()
    {
        JoinResult result = ModelJoin.Join(Class("small.ghost.json", null), [Small]);
        Assert.Null(result.Problem);
        Assert.Equal("small", result.Model!.Shape.Name);
        Assert.Equal([1f, -2f], result.Model.Manifest!.Tensor(result.Model.Shape.Layers[0], TensorNames.Weight));
    }

    [Fact]
    public void A_stated_shape_that_agrees_leaves_the_files_names()
    {
        JoinResult result = ModelJoin.Join(Class("small.ghost.json", Stated), [Small]);
        Assert.Null(result.Problem);
        Assert.Equal("dense0", result.Model!.Shape.Layers[0].Name);
    }

    [Fact]
    public void A_file_with_a_defect_gives_a_stub_and_no_second_report()
    {
        ModelFileSpec broken = ModelFiles.Read(new MemoryText("/app/broken.ghost.json", "{\n"), MemoryOptions.None, CancellationToken.None);
        JoinResult result = ModelJoin.Join(Class("broken.ghost.json", Stated), [Small, broken]);
        Assert.Null(result.Model);
        Assert.Null(result.Problem);
        Assert.Equal(Stated, result.Stub!.Shape);
        Mistake mistake = Assert.Single(result.Stub.Mistakes);
        Assert.Equal("GHOST104", mistake.Rule.Id);
        Assert.Equal(new FilePlace("/app/broken.ghost.json", broken.Defect!.Line, broken.Defect.Column), mistake.Place);
        Assert.Equal(broken.Defect.Line - 1, mistake.ToDiagnostic().Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void A_class_with_mistakes_gives_a_stub_that_has_them()
    {
        var mistakes = new Sequence<Mistake>([new(OptionRules.Size, new(["gru0", "the size is 0"]))]);
        JoinResult result = ModelJoin.Join(Class("small.ghost.json", null) with { Mistakes = mistakes }, [Small]);
        Assert.Equal(JoinResult.Of(new StubSpec(Class("small.ghost.json", null).Class, null, mistakes)), result);
    }

    [Fact]
    public void Models_of_equal_classes_and_files_are_equal()
    {
        ModelFileSpec again = ModelFiles.Read(SmallModel.At("/app/small.ghost.json"), MemoryOptions.None, CancellationToken.None);
        Assert.NotSame(Small, again);
        Assert.Equal(ModelJoin.Join(Class("small.ghost.json", null), [Small]), ModelJoin.Join(Class("small.ghost.json", null), [again]));
        Assert.NotEqual(ModelJoin.Join(Class("small.ghost.json", null), [Small]), ModelJoin.Join(Class("app/small.ghost.json", null), [Small]));
    }

    [Fact]
    public void The_file_gives_the_layers_and_the_class_their_precision()
    {
        ModelShape file = Small.Manifest!.Shape;
        Assert.Equal(file.WithPrecision(Precision.BFloat16), ModelJoin.Join(Class("small.ghost.json", null, Precision.BFloat16), [Small]).Model!.Shape);

        // The layers' attributes have taken in what the model's says, and may say otherwise.
        ModelShape mixed = file with { Layers = new([.. file.Layers.Select(static (layer, i) => layer with { Precision = i == 0 ? Precision.BFloat16 : Precision.Float32 })]) };
        Assert.Equal(mixed, ModelJoin.Join(Class("small.ghost.json", mixed, Precision.BFloat16), [Small]).Model!.Shape);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(3f, null, 3f)]
    [InlineData(null, 2f, 2f)]
    [InlineData(2f, 2f, 2f)]
    public void A_range_comes_from_the_class_or_from_the_file(float? stated, float? read, float? expected)
    {
        JoinResult result = ModelJoin.Join(Class("ranged.ghost.json", Ranged(Stated, stated)), [WithRange(read)]);
        Assert.Null(result.Problem);
        Assert.Equal([expected], result.Model!.Shape.Layers.Select(static layer => layer.InputRange));
    }

    [Fact]
    public void Ranges_that_differ_are_a_difference_of_shapes() => Assert.Equal(
        new JoinProblem.ShapeDiffers("in layer 1 of 1 ('dense0') the range of the input is expected to be 2.5 and is 2", 0),
        ModelJoin.Join(Class("ranged.ghost.json", Ranged(Stated, 2.5f)), [WithRange(2)]).Problem);

    [Fact]
    public void A_file_alone_gives_its_ranges() => Assert.Equal(
        [2f], ModelJoin.Join(Class("ranged.ghost.json", null, Precision.Int8), [WithRange(2)]).Model!.Shape.Layers.Select(static layer => layer.InputRange));

    private static ModelShape Ranged(ModelShape shape, float? range) => shape.WithInputRanges([range]);

    private static ModelFileSpec WithRange(float? range) => ModelFiles.Read(
        Models.File("/app/ranged.ghost.json", Models.Random(Ranged(Small.Manifest!.Shape, range))), MemoryOptions.None, CancellationToken.None);

    private static ClassSpec Class(string? file, ModelShape? shape, Precision precision = Precision.Float32) =>
        new(new UserClass("", new Sequence<string>([]), "Amp", file), shape, precision, new());
}
