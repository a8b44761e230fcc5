using GhostGen.Golden.Tests.Audio;
using GhostGen.Golden.Tests.Conversion;
using GhostGen.Importing;
using GhostGen.Manifests;
using GhostGen.Reference;

namespace GhostGen.Golden.Tests;

/// <summary>A trained network with frames of real speech as it would hear them.</summary>
/// <param name="Manifest">The network.</param>
/// <param name="Inputs">Frame after frame.</param>
internal sealed record RealNetwork(ModelManifest Manifest, float[] Inputs)
{
    // librosa's MFCCs are in decibels of power, 8.7 per neper of magnitude.
    private const float LibrosaScale = 8.7f;

    private static readonly ImportOptions FirstDenseEndsWithRelu = new() { Activations = new Dictionary<string, Activation> { ["fc"] = Activation.Relu } };

    /// <summary>The names that <see cref="Read"/> knows.</summary>
    public static readonly string[] Names =
    [
        "hello_edge/GRU_S", "hello_edge/GRU_M", "hello_edge/GRU_L",
        "pytorch/layers1_hidden64", "pytorch/layers1_hidden256", "pytorch/layers2_hidden64",
        "rnnoise/vad", "rnnoise/noise", "rnnoise/gains",
        "nsnet2/nsnet2",
    ];

    /// <summary>Reads a network and prepares its input; skips the calling test where the data is absent.</summary>
    public static RealNetwork Read(string name)
    {
        string[] parts = name.Split('/');
        return parts[0] switch
        {
            "hello_edge" => new(ModelImport.Load(RequiredData.Path("models", "hello_edge_gru", parts[1])), Features(10, 1)),
            "pytorch" => new(ModelImport.Load(RequiredData.Path("models", "pytorch_kws_gru", parts[1] + ".npz"), FirstDenseEndsWithRelu), Features(12, LibrosaScale)),
            "rnnoise" => RnNoiseNetwork(parts[1]),
            "nsnet2" => new(NsNet2.Read(RequiredData.Path("models", "nsnet2", "weights")), [.. Spectrogram.Analyse(Speech()).SelectMany(Spectrogram.LogPower)]),
            _ => throw new ArgumentException($"There is no network '{name}'.", nameof(name)),
        };
    }

    /// <summary>The recording that inputs are computed from: 30 seconds of noisy speech at 16 kHz.</summary>
    public static float[] Speech() => WavFile.Read(RequiredData.Path("models", "nsnet2", "wav", "degradated.wav"));

    private static float[] Features(int coefficients, float scale) =>
        Array.ConvertAll(Cepstrum.Of(Spectrogram.Analyse(Speech()), coefficients), value => value * scale);

    /// <summary>One of RNNoise's models, fed with what the ones before it write.</summary>
    private static RealNetwork RnNoiseNetwork(string name)
    {
        RnNoise network = RnNoise.Read(RequiredData.Path("models", "rnnoise_v0", "weights.json"));
        const int Coefficients = 42;
        float[] features = Features(Coefficients, 0.25f);
        if (name == "vad")
        {
            return new(network.VoiceActivity(), features);
        }

        var input = new ReferenceModel(network.InputLayer());
        var voice = new ReferenceModel(network.VoiceActivity());
        var noise = new ReferenceModel(network.Noise());
        var inputOutput = new float[24];
        var noiseInputs = new List<float>();
        var gainInputs = new List<float>();
        foreach (float[] frame in features.Chunk(Coefficients))
        {
            input.Step(frame, inputOutput);
            voice.Step(frame, new float[1]);
            float[] noiseInput = [.. inputOutput, .. voice.State, .. frame];
            noise.Step(noiseInput, new float[48]);
            noiseInputs.AddRange(noiseInput);
            gainInputs.AddRange([.. voice.State, .. noise.State, .. frame]);
        }

        return name == "noise" ? new(network.Noise(), [.. noiseInputs]) : new(network.Gains(), [.. gainInputs]);
    }
}
