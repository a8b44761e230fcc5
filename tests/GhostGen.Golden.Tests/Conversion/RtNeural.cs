using System.Text.Json;
using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Golden.Tests.Conversion;

/// <summary>RTNeural's JSON files: Keras's arrangement, weights that multiply from the right, gates z, r, h, two biases with the reset after the product.</summary>
internal static class RtNeural
{
    /// <summary>Reads a network of dense and GRU layers.</summary>
    public static ModelManifest Read(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
        var builder = new ManifestBuilder("rtneural_" + Path.GetFileNameWithoutExtension(file));
        int input = Last(document.RootElement.GetProperty("in_shape"));
        int position = 0;
        foreach (JsonElement layer in document.RootElement.GetProperty("layers").EnumerateArray())
        {
            string type = layer.GetProperty("type").GetString()!;
            int output = Last(layer.GetProperty("shape"));
            float[][] weights = [.. layer.GetProperty("weights").EnumerateArray().Select(Flatten)];
            if (type == "gru")
            {
                builder.Add(
                    new GruShape($"gru{position}", input, output),
                    Layout.ResetFirst(Layout.Transpose(weights[0], input, 3 * output)),
                    Layout.ResetFirst(Layout.Transpose(weights[1], output, 3 * output)),
                    Layout.ResetFirst(weights[2].AsSpan(0, 3 * output)),
                    Layout.ResetFirst(weights[2].AsSpan(3 * output)));
            }
            else if (type is "dense" or "time-distributed-dense")
            {
                builder.Add(
                    new DenseShape($"dense{position}", input, output) { Activation = Function(layer.GetProperty("activation").GetString()!) },
                    Layout.Transpose(weights[0], input, output),
                    weights[1]);
            }
            else
            {
                throw new NotSupportedException($"{file}: layer {position} is of the type '{type}'; only dense and GRU layers are converted.");
            }

            input = output;
            position++;
        }

        return builder.Build();
    }

    private static Activation Function(string name) => name switch
    {
        "" => Activation.None,
        "relu" => Activation.Relu,
        "sigmoid" => Activation.Sigmoid,
        "tanh" => Activation.Tanh,
        "softmax" => Activation.Softmax,
        _ => throw new NotSupportedException($"The activation '{name}' is not converted."),
    };

    private static int Last(JsonElement sizes) => sizes[sizes.GetArrayLength() - 1].GetInt32();

    private static float[] Flatten(JsonElement values) => values.ValueKind == JsonValueKind.Array
        ? [.. values.EnumerateArray().SelectMany(Flatten)]
        : [values.GetSingle()];
}
