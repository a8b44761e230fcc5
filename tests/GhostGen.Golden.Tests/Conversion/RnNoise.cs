using System.Text.Json;
using GhostGen.Importing;
using GhostGen.Manifests;

namespace GhostGen.Golden.Tests.Conversion;

/// <summary>
/// The first RNNoise network: weights of 8 bits over 256, a column per output, gates in the order z, r, h, relu candidates, the reset
/// before the product. Its layers branch, so it is three models: what feeds one is put together from the outputs of others.
/// </summary>
internal sealed class RnNoise
{
    private const float Scale = 1f / 256;
    private readonly string file;
    private readonly Dictionary<string, float[]> arrays;

    private RnNoise(string file, Dictionary<string, float[]> arrays)
    {
        this.file = file;
        this.arrays = arrays;
    }

    /// <summary>Reads the network's arrays, scaled.</summary>
    public static RnNoise Read(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
        return new(file, document.RootElement.GetProperty("arrays").EnumerateObject().ToDictionary(
            static array => array.Name,
            static array => array.Value.EnumerateArray().Select(static value => value.GetSByte() * Scale).ToArray()));
    }

    /// <summary>One of the network's own arrays, scaled.</summary>
    public float[] this[string name] => arrays[name];

    /// <summary>The layer that reads the features: 42 to 24.</summary>
    public ModelManifest InputLayer() => Model("input_dense");

    /// <summary>Voice activity: 42 features to 24, 24 states, one probability.</summary>
    public ModelManifest VoiceActivity() => Model("input_dense", "vad_gru", "vad_output");

    /// <summary>The noise estimate: 48 states from the input layer, the voice-activity states and the features.</summary>
    public ModelManifest Noise() => Model("noise_gru");

    /// <summary>The gains of 22 bands, from 96 states that see the voice-activity states, the noise states and the features.</summary>
    public ModelManifest Gains() => Model("denoise_gru", "denoise_output");

    private ModelManifest Model(params string[] layers) => ModelImport.Load(file, new() { Take = layers });
}
