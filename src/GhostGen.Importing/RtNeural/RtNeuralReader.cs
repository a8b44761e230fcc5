using System.Globalization;
using System.Text.Json;
using GhostGen.Importing.Layers;
using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Importing.RtNeural;

/// <summary>
/// Reads RTNeural's JSON, which is Keras's arrangement: weights that multiply from the right, gates in the order update, reset, candidate, and two rows of
/// biases with the reset after the product, or one with the reset before it.
/// </summary>
internal static class RtNeuralReader
{
    private const int Gates = 3;

    /// <summary>The layers, first to last. A layer that is only an activation becomes part of the dense one before it.</summary>
    /// <exception cref="ImportException">The document has a defect, or a layer of a kind that is not supported.</exception>
    public static SourceLayers Read(string path)
    {
        using JsonDocument document = JsonFile.Open(path);
        JsonElement root = document.RootElement;
        var layers = new List<SourceLayer>();
        int input = Size(Member(root, "in_shape", JsonValueKind.Array, path, null), path, "in_shape");
        int position = 0;
        foreach (JsonElement layer in Member(root, "layers", JsonValueKind.Array, path, null).EnumerateArray())
        {
            string place = FormattableString.Invariant($"layer {position}");
            string type = Text(layer, "type", path, place);
            place = $"{place} ({Quote.Of(type)})";
            int output = Size(Member(layer, "shape", JsonValueKind.Array, path, place), path, place);
            string activation = layer.Find("activation", path) is not null ? Text(layer, "activation", path, place) : "";
            string from = string.Concat(type is "gru" ? "gru" : "dense", position.ToString(CultureInfo.InvariantCulture));
            switch (type)
            {
                case "dense" or "time-distributed-dense":
                    layers.Add(Dense(layer, from, input, output, FunctionOf(activation, path, place), path, place));
                    break;
                case "gru" when activation is "tanh" or "":
                    layers.Add(Gru(layer, from, input, output, path, place));
                    break;
                case "gru":
                    throw new ImportException(path, place, $"its activation is {Quote.Of(activation)}; tanh is expected.");
                case "activation":
                    AddActivation(layers, FunctionOf(activation, path, place), input == output, path, place);
                    break;
                default:
                    throw new ImportException(path, place, "layers of this type are not supported; dense, time-distributed-dense, gru and activation are.");
            }

            input = output;
            position++;
        }

        return new(path, layers, KeepsOrder: true);
    }

    private static SourceLayer Dense(JsonElement layer, string from, int input, int units, Activation activation, string path, string place)
    {
        JsonElement[] weights = Weights(layer, [1, 2], path, place);
        float[] kernel = Layout.Transpose(Numbers(weights[0], [input, units], path, $"{place}, weights 0"), input, units);
        var shape = new DenseShape(from, input, units) { Activation = activation, Bias = weights.Length == 2 };
        return weights.Length == 1
            ? SourceLayer.Of(from, shape, kernel)
            : SourceLayer.Of(from, shape, kernel, Numbers(weights[1], [units], path, $"{place}, weights 1"));
    }

    private static SourceLayer Gru(JsonElement layer, string from, int input, int hidden, string path, string place)
    {
        JsonElement[] weights = Weights(layer, [3], path, place);
        int gates = Gates * hidden;
        float[] kernel = Layout.ExchangeGates(Layout.Transpose(Numbers(weights[0], [input, gates], path, $"{place}, weights 0"), input, gates));
        float[] recurrent = Layout.ExchangeGates(Layout.Transpose(Numbers(weights[1], [hidden, gates], path, $"{place}, weights 1"), hidden, gates));
        (IReadOnlyList<int> sizes, float[] biases) = JsonNumbers.Singles(weights[2], path, $"{place}, weights 2");
        if (sizes.SequenceEqual([gates]))
        {
            return SourceLayer.Of(from, new GruShape(from, input, hidden) { Reset = ResetForm.BeforeProduct }, kernel, recurrent, Layout.ExchangeGates(biases));
        }

        Require(sizes, [2, gates], path, $"{place}, weights 2");
        return SourceLayer.Of(
            from,
            new GruShape(from, input, hidden),
            kernel,
            recurrent,
            Layout.ExchangeGates(biases.AsSpan(0, gates)),
            Layout.ExchangeGates(biases.AsSpan(gates)));
    }

    private static void AddActivation(List<SourceLayer> layers, Activation function, bool keepsSize, string path, string place)
    {
        if (layers is [.., { Shape: DenseShape { Activation: Activation.None } dense } last] && keepsSize)
        {
            layers[^1] = last with { Shape = dense with { Activation = function } };
            return;
        }

        throw new ImportException(path, place, "an activation is supported behind a dense layer that has none itself, and of the same size.");
    }

    private static JsonElement[] Weights(JsonElement layer, int[] counts, string path, string place)
    {
        JsonElement weights = Member(layer, "weights", JsonValueKind.Array, path, place);
        return counts.Contains(weights.GetArrayLength())
            ? [.. weights.EnumerateArray()]
            : throw new ImportException(path, place, FormattableString.Invariant($"it has {weights.GetArrayLength()} arrays of weights; {string.Join(" or ", counts)} are expected."));
    }

    private static float[] Numbers(JsonElement value, int[] sizes, string path, string place)
    {
        (IReadOnlyList<int> found, float[] values) = JsonNumbers.Singles(value, path, place);
        Require(found, sizes, path, place);
        return values;
    }

    private static void Require(IReadOnlyList<int> found, int[] sizes, string path, string place)
    {
        if (!found.SequenceEqual(sizes))
        {
            throw new ImportException(path, place, $"its sizes are [{string.Join(", ", found)}]; [{string.Join(", ", sizes)}] are expected.");
        }
    }

    // Sizes of steps and batches stand before it, as null.
    private static int Size(JsonElement shape, string path, string place) =>
        shape.GetArrayLength() > 0 && shape[shape.GetArrayLength() - 1] is { ValueKind: JsonValueKind.Number } last && last.TryGetInt32(out int size) && ShapeLimits.IsSize(size)
            ? size
            : throw new ImportException(path, place, FormattableString.Invariant($"its shape ends with no size; a whole number from 1 to {ShapeLimits.LargestSize} is expected last."));

    private static Activation FunctionOf(string name, string path, string place) => name switch
    {
        "" or "linear" => Activation.None,
        "relu" => Activation.Relu,
        "sigmoid" => Activation.Sigmoid,
        "tanh" => Activation.Tanh,
        "softmax" => Activation.Softmax,
        _ => throw new ImportException(path, place, $"its activation is {Quote.Of(name)}; relu, sigmoid, tanh and softmax are supported."),
    };

    private static string Text(JsonElement layer, string member, string path, string place) => Member(layer, member, JsonValueKind.String, path, place).ReadText(path, place);

    private static JsonElement Member(JsonElement value, string member, JsonValueKind kind, string path, string? place) =>
        value.Find(member, path) is { } found && found.ValueKind == kind
            ? found
            : throw new ImportException(path, place, $"it has no '{member}' that is {kind}.");
}
