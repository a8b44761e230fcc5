using System.Text.Json;
using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Golden.Tests.Conversion;

/// <summary>
/// The first RNNoise network: weights of 8 bits over 256, a column per output, gates in the order z, r, h, relu candidates, the reset
/// before the product. Its layers branch, so it is three models: what feeds one is put together from the outputs of others.
/// </summary>
internal sealed class RnNoise
{
    private const float Scale = 1f / 256;
    private readonly Dictionary<string, float[]> arrays;

    private RnNoise(Dictionary<string, float[]> arrays) => this.arrays = arrays;

    /// <summary>Reads the network's arrays, scaled.</summary>
    public static RnNoise Read(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
        return new(document.RootElement.GetProperty("arrays").EnumerateObject().ToDictionary(
            static array => array.Name,
            static array => array.Value.EnumerateArray().Select(static value => value.GetSByte() * Scale).ToArray()));
    }

    /// <summary>One of the network's own arrays, scaled.</summary>
    public float[] this[string name] => arrays[name];

    /// <summary>The layer that reads the features: 42 to 24.</summary>
    public ModelManifest InputLayer()
    {
        var builder = new ManifestBuilder("rnnoise_input");
        AddDense(builder, "input_dense", 42, 24, Activation.Tanh);
        return builder.Build();
    }

    /// <summary>Voice activity: 42 features to 24, 24 states, one probability.</summary>
    public ModelManifest VoiceActivity()
    {
        var builder = new ManifestBuilder("rnnoise_vad");
        AddDense(builder, "input_dense", 42, 24, Activation.Tanh);
        AddGru(builder, "vad_gru", 24, 24);
        AddDense(builder, "vad_output", 24, 1, Activation.Sigmoid);
        return builder.Build();
    }

    /// <summary>The noise estimate: 48 states from the input layer, the voice-activity states and the features.</summary>
    public ModelManifest Noise()
    {
        var builder = new ManifestBuilder("rnnoise_noise");
        AddGru(builder, "noise_gru", 90, 48);
        return builder.Build();
    }

    /// <summary>The gains of 22 bands, from 96 states that see the voice-activity states, the noise states and the features.</summary>
    public ModelManifest Gains()
    {
        var builder = new ManifestBuilder("rnnoise_gains");
        AddGru(builder, "denoise_gru", 114, 96);
        AddDense(builder, "denoise_output", 96, 22, Activation.Sigmoid);
        return builder.Build();
    }

    private void AddDense(ManifestBuilder builder, string name, int input, int units, Activation activation) => builder.Add(
        new DenseShape(name, input, units) { Activation = activation },
        Layout.Transpose(arrays[name + "_weights"], input, units),
        arrays[name + "_bias"]);

    private void AddGru(ManifestBuilder builder, string name, int input, int hidden) => builder.Add(
        new GruShape(name, input, hidden) { Reset = ResetForm.BeforeProduct, CandidateActivation = Activation.Relu },
        Layout.ResetFirst(Layout.Transpose(arrays[name + "_weights"], input, 3 * hidden)),
        Layout.ResetFirst(Layout.Transpose(arrays[name + "_recurrent_weights"], hidden, 3 * hidden)),
        Layout.ResetFirst(arrays[name + "_bias"]));
}
