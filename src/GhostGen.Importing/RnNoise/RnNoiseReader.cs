using System.Globalization;
using System.Text.Json;
using GhostGen.Importing.Layers;
using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Importing.RnNoise;

/// <summary>
/// Reads the tables of RNNoise's <c>rnn_data.c</c> as JSON: <c>layers</c>, each with its initialiser's words (<c>["GRULayer", "vad_gru", "vad_gru_bias, vad_gru_weights,
/// vad_gru_recurrent_weights, 24, 24, ACTIVATION_RELU"]</c>), and <c>arrays</c> of bytes that are 256 times the weights. Weights multiply from the right, gates stand in
/// the order update, reset, candidate, and the reset gate stands before the product. The network's layers branch, so a model is some of them: take those that follow each other.
/// </summary>
internal static class RnNoiseReader
{
    private const float Scale = 1f / 256;
    private const int Gates = 3;

    /// <summary>The layers, as the tables list them.</summary>
    /// <exception cref="ImportException">The document has a defect.</exception>
    public static SourceLayers Read(string path)
    {
        using JsonDocument document = JsonFile.Open(path);
        JsonElement root = document.RootElement;
        if (root.Find("layers", path) is not { ValueKind: JsonValueKind.Array } list || root.Find("arrays", path) is not { ValueKind: JsonValueKind.Object } arrays)
        {
            throw new ImportException(path, null, "it has no 'layers' that is a list, or no 'arrays' that is an object.");
        }

        var layers = new List<SourceLayer>();
        foreach (JsonElement entry in list.EnumerateArray())
        {
            string place = FormattableString.Invariant($"layer {layers.Count}");
            layers.Add(entry.ValueKind == JsonValueKind.Array && entry.GetArrayLength() == 3 && entry.EnumerateArray().All(static word => word.ValueKind == JsonValueKind.String)
                ? Layer(entry[0].ReadText(path, place), entry[1].ReadText(path, place), entry[2].ReadText(path, place), arrays, path)
                : throw new ImportException(path, place, "a list of three texts is expected: the type, the name and the initialiser."));
        }

        return new(path, layers, KeepsOrder: false);
    }

    private static SourceLayer Layer(string type, string name, string initialiser, JsonElement arrays, string path)
    {
        string place = $"layer {Quote.Of(name)}";
        string[] words = initialiser.Split(',', StringSplitOptions.TrimEntries);
        return (type, words.Length) switch
        {
            ("DenseLayer", 5) => Dense(name, words, arrays, path, place),
            ("GRULayer", 6) => Gru(name, words, arrays, path, place),
            _ => throw new ImportException(path, place, FormattableString.Invariant(
                $"it is a {Quote.Of(type)} whose initialiser has {words.Length} words; a DenseLayer of 5 or a GRULayer of 6 is expected.")),
        };
    }

    private static SourceLayer Dense(string name, string[] words, JsonElement arrays, string path, string place)
    {
        (int input, int units) = (Size(words[2], path, place), Size(words[3], path, place));
        var shape = new DenseShape(LayerNames.Of(name, DenseShape.KindName), input, units) { Activation = FunctionOf(words[4], path, place) };
        return SourceLayer.Of(name, shape, Layout.Transpose(Array(arrays, words[1], (long)input * units, path), input, units), Array(arrays, words[0], units, path));
    }

    private static SourceLayer Gru(string name, string[] words, JsonElement arrays, string path, string place)
    {
        (int input, int hidden) = (Size(words[3], path, place), Size(words[4], path, place));
        int gates = Gates * hidden;
        var shape = new GruShape(LayerNames.Of(name, GruShape.KindName), input, hidden) { Reset = ResetForm.BeforeProduct, CandidateActivation = FunctionOf(words[5], path, place) };
        return SourceLayer.Of(
            name,
            shape,
            Layout.ExchangeGates(Layout.Transpose(Array(arrays, words[1], (long)input * gates, path), input, gates)),
            Layout.ExchangeGates(Layout.Transpose(Array(arrays, words[2], (long)hidden * gates, path), hidden, gates)),
            Layout.ExchangeGates(Array(arrays, words[0], gates, path)));
    }

    private static float[] Array(JsonElement arrays, string name, long count, string path)
    {
        string place = $"array {Quote.Of(name)}";
        if (arrays.Find(name, path) is not { ValueKind: JsonValueKind.Array } array || array.GetArrayLength() != count)
        {
            throw new ImportException(path, place, FormattableString.Invariant($"a list of {count} numbers is expected."));
        }

        var values = new float[count];
        int i = 0;
        foreach (JsonElement element in array.EnumerateArray())
        {
            values[i] = element.ValueKind == JsonValueKind.Number && element.TryGetSByte(out sbyte value)
                ? value * Scale
                : throw new ImportException(path, place, FormattableString.Invariant($"element {i} is {Quote.Of(element.GetRawText())}; a whole number from -128 to 127 is expected."));
            i++;
        }

        return values;
    }

    private static int Size(string word, string path, string place) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int size) && ShapeLimits.IsSize(size)
            ? size
            : throw new ImportException(path, place, FormattableString.Invariant($"its initialiser has {Quote.Of(word)} where a size from 1 to {ShapeLimits.LargestSize} is expected."));

    private static Activation FunctionOf(string word, string path, string place) => word switch
    {
        "ACTIVATION_TANH" => Activation.Tanh,
        "ACTIVATION_SIGMOID" => Activation.Sigmoid,
        "ACTIVATION_RELU" => Activation.Relu,
        _ => throw new ImportException(path, place, $"its initialiser has {Quote.Of(word)} where ACTIVATION_TANH, ACTIVATION_SIGMOID or ACTIVATION_RELU is expected."),
    };
}
