using GhostGen.Kernels;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Quantization;
using GhostGen.Reference;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Usage.Tests;

/// <summary>Weights at run time.</summary>
public class LoadingTests
{
    private const string Path = "switch.ghost.json";

    private static readonly float[] Expected = Outputs(new GlobalSwitch());

    [Fact]
    public void Weights_come_from_a_path_a_stream_memory_or_a_manifest()
    {
        using FileStream stream = File.OpenRead(Path);
        Assert.Equal(Expected, Outputs(LoadedSwitch.Load(Path)));
        Assert.Equal(Expected, Outputs(LoadedSwitch.Load(stream)));
        Assert.Equal(Expected, Outputs(LoadedSwitch.Load(File.ReadAllBytes(Path))));
        Assert.Equal(Expected, Outputs(LoadedSwitch.Load(ModelFile.Load(Path))));
    }

    [Fact]
    public void Instances_can_share_weights()
    {
        PackedWeights weights = LoadedSwitch.LoadWeights(ModelFile.Load(Path));
        Assert.Equal(Expected, Outputs(new LoadedSwitch(weights)));
        Assert.Equal(Expected, Outputs(new LoadedSwitch(weights)));
    }

    [Fact]
    public void A_batch_shares_the_weights_of_instances()
    {
        const int Streams = 9;
        PackedWeights weights = LoadedSwitch.LoadWeights(ModelFile.Load(Path));
        var batch = new LoadedSwitch.Batch(weights, Streams);
        float[] inputs = RandomModels.Inputs(10 * 3);
        var frames = new float[Streams * 3];
        var outputs = new float[Streams * 2];
        for (int step = 0; step < 10; step++)
        {
            for (int stream = 0; stream < Streams; stream++)
            {
                inputs.AsSpan(step * 3, 3).CopyTo(frames.AsSpan(stream * 3));
            }

            batch.Step(frames, outputs);
            Assert.All(Enumerable.Range(0, Streams), stream => Assert.Equal(Expected.AsSpan(step * 2, 2), outputs.AsSpan(stream * 2, 2)));
        }

        Assert.Throws<ArgumentException>(() => new WiderSwitch.Batch(weights, Streams));
    }

    [Fact]
    public void Weights_are_stored_as_the_class_and_its_layers_say()
    {
        ModelManifest manifest = ModelFile.Load(Path);
        Assert.Equal([Precision.BFloat16, Precision.BFloat16], HalfSwitch.Info.Layers.Select(static layer => layer.Precision));
        Assert.Equal([Precision.BFloat16, Precision.Float32], MixedSwitch.Info.Layers.Select(static layer => layer.Precision));
        Assert.Equal(Outputs(new ReferenceModel(manifest, precision: Precision.BFloat16)), Outputs(HalfSwitch.Load(manifest)));
        Assert.Equal(Outputs(new ReferenceModel(manifest, HalfSwitch.Info)), Outputs(HalfSwitch.Load(manifest)));
        Assert.Equal(Outputs(new ReferenceModel(manifest, MixedSwitch.Info)), Outputs(new MixedSwitch()));
        Assert.NotEqual(Expected, Outputs(HalfSwitch.Load(manifest)));
        Assert.NotEqual(Outputs(HalfSwitch.Load(manifest)), Outputs(new MixedSwitch()));
    }

    [Fact]
    public void What_fewer_bits_change_is_known_where_weights_are_compiled_in()
    {
        ModelManifest manifest = ModelFile.Load(Path);
        LayerQuantization layer = Assert.Single(MixedSwitch.Info.Quantization);
        Assert.Equal("memory", layer.Layer);
        Assert.Equal(QuantizationReport.Of(manifest, MixedSwitch.Info.Shape), MixedSwitch.Info.Quantization);
        Assert.Empty(CheckedSwitch.Info.Quantization);
        Assert.Empty(HalfSwitch.Info.Quantization);
        Assert.Equal(2, QuantizationReport.Of(manifest, HalfSwitch.Info.Shape).Count);
    }

    [Fact]
    public void Ranges_of_inputs_are_those_of_the_class_whatever_the_file_says()
    {
        ModelManifest manifest = ModelFile.Load(Path);
        Assert.Equal([1.5f, null], RangedSwitch.Info.Layers.Select(static layer => layer.InputRange));
        float[] expected = Outputs(RangedSwitch.Load(manifest));
        var ranged = new ModelManifest(manifest.Shape with { Layers = new([.. manifest.Shape.Layers.Select(static layer => layer with { InputRange = 0.25f })]) }, Tensors(manifest), normalization: manifest.Normalization);
        Assert.Equal(expected, Outputs(RangedSwitch.Load(ranged)));

        var reference = new ReferenceModel(ranged, RangedSwitch.Info);
        Assert.Equal(RangedSwitch.Info.Layers.Select(static layer => layer.InputRange), reference.Info.Layers.Select(static layer => layer.InputRange));
        Assert.Equal(expected, Outputs(reference));
        Assert.NotEqual(expected, Outputs(new ReferenceModel(manifest, precision: Precision.Int8)));
    }

    [Fact]
    public void Weights_of_another_precision_are_refused_with_both()
    {
        PackedWeights weights = LoadedSwitch.LoadWeights(ModelFile.Load(Path));
        var exception = Assert.Throws<ArgumentException>(() => new HalfSwitch(weights));
        Assert.Contains("Float32", exception.Message, StringComparison.Ordinal);
        Assert.Contains("BFloat16", exception.Message, StringComparison.Ordinal);
        Assert.Contains("LoadWeights", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_shape_is_refused_with_both_numbers()
    {
        var exception = Assert.Throws<ArgumentException>(static () => WiderSwitch.Load(Path));
        Assert.Contains("'switch'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("in layer 1 of 2 ('memory') the output size is expected to be 11 and is 10", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_packed_for_another_shape_are_refused()
    {
        PackedWeights weights = LoadedSwitch.LoadWeights(ModelFile.Load(Path));
        Assert.Contains("is expected to be 11 and is 10", Assert.Throws<ArgumentException>(() => new WiderSwitch(weights)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(static () => new LoadedSwitch(null!));
    }

    [Fact]
    public void A_file_that_is_no_model_is_refused_by_name()
    {
        string path = System.IO.Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "{ \"format\": \"ghostgen/1\", ");
            Assert.Contains(path, Assert.Throws<ModelFileException>(() => LoadedSwitch.Load(path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Throws<FileNotFoundException>(static () => LoadedSwitch.Load("nowhere.ghost.json"));
    }

    [Fact]
    public void What_the_file_says_of_the_input_is_in_the_weights()
    {
        ModelManifest manifest = ModelFile.Load(Path);
        (double[] mean, double[] scale) = ([.. manifest.Normalization!.Mean!], [.. manifest.Normalization.Scale!]);
        var plain = new LoadedSwitch(LoadedSwitch.LoadWeights(new ModelManifest(manifest.Shape, Tensors(manifest))));
        float[] inputs = RandomModels.Inputs(10 * 3);
        var outputs = new float[10 * 2];
        plain.Run(Array.ConvertAll([.. inputs.Select((value, i) => (value - mean[i % 3]) * scale[i % 3])], static value => (float)value), outputs);
        Assert.All(Expected.Zip(outputs), static pair => Assert.Equal(pair.First, pair.Second, 1e-5f));

        plain.Reset();
        Assert.NotEqual(Expected, Outputs(plain));
    }

    private static Dictionary<string, float[]> Tensors(ModelManifest manifest) => manifest.Shape.Layers
        .SelectMany(static layer => layer.Tensors, static (layer, tensor) => (layer, tensor.Name))
        .ToDictionary(static pair => $"{pair.layer.Name}.{pair.Name}", pair => manifest.Tensor(pair.layer, pair.Name));

    private static float[] Outputs(IStreamingModel model)
    {
        var outputs = new float[10 * 2];
        model.Run(RandomModels.Inputs(10 * 3), outputs);
        return outputs;
    }
}
