using System.Text.Json;
using GhostGen.Importing.Layers;
using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Importing.RtNeural;

/// <summary>Writes RTNeural's JSON; every weight with the digits that give back its bits.</summary>
internal static class RtNeuralWriter
{
    private const int Gates = 3;

    /// <summary>Writes a model to a stream, which is left open.</summary>
    /// <exception cref="ImportException">The model has something that RTNeural cannot compute; nothing is written.</exception>
    public static void Write(ModelManifest manifest, string path, Stream stream)
    {
        Require(manifest, path);
        using var writer = new Utf8JsonWriter(stream);
        writer.WriteStartObject();
        WriteShape(writer, "in_shape", manifest.Shape.InputSize);
        writer.WriteStartArray("layers");
        foreach (LayerShape layer in manifest.Shape.Layers)
        {
            writer.WriteStartObject();
            writer.WriteString("type", layer is GruShape ? "gru" : "dense");
            writer.WriteString("activation", ActivationOf(layer));
            WriteShape(writer, "shape", layer.OutputSize);
            writer.WriteStartArray("weights");
            WriteWeights(writer, manifest, layer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Require(ModelManifest manifest, string path)
    {
        if (manifest.Normalization is not null)
        {
            throw new ImportException(path, null, "RTNeural's files have no place for the model's normalization of its input; fold it into the first layer's weights first.");
        }

        foreach (LayerShape layer in manifest.Shape.Layers)
        {
            string? problem = layer switch
            {
                GhostGruShape => "RTNeural has no GhostGRU",
                GruShape { Reset: not ResetForm.AfterProduct } => "RTNeural's GRU has the reset gate after the product only",
                GruShape { CandidateActivation: not Activation.Tanh } => "RTNeural's GRU has tanh in the candidate only",
                _ => null,
            };
            if (problem is not null)
            {
                throw new ImportException(path, $"layer {Quote.Of(layer.Name)}", problem + ".");
            }
        }
    }

    private static void WriteWeights(Utf8JsonWriter writer, ModelManifest manifest, LayerShape layer)
    {
        if (layer is DenseShape dense)
        {
            WriteRows(writer, Layout.Transpose(manifest.Tensor(layer, TensorNames.Weight), dense.Units, dense.InputSize), dense.Units);
            if (dense.Bias)
            {
                WriteRow(writer, manifest.Tensor(layer, TensorNames.Bias));
            }

            return;
        }

        int gates = Gates * layer.OutputSize;
        WriteRows(writer, Layout.Transpose(Layout.ExchangeGates(manifest.Tensor(layer, TensorNames.WeightInput)), gates, layer.InputSize), gates);
        WriteRows(writer, Layout.Transpose(Layout.ExchangeGates(manifest.Tensor(layer, TensorNames.WeightHidden)), gates, layer.OutputSize), gates);
        writer.WriteStartArray();
        WriteRow(writer, Layout.ExchangeGates(manifest.Tensor(layer, TensorNames.BiasInput)));
        WriteRow(writer, Layout.ExchangeGates(manifest.Tensor(layer, TensorNames.BiasHidden)));
        writer.WriteEndArray();
    }

    private static void WriteRows(Utf8JsonWriter writer, float[] matrix, int columns)
    {
        writer.WriteStartArray();
        for (int start = 0; start < matrix.Length; start += columns)
        {
            WriteRow(writer, matrix.AsSpan(start, columns));
        }

        writer.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter writer, ReadOnlySpan<float> row)
    {
        writer.WriteStartArray();
        foreach (float value in row)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }

    private static void WriteShape(Utf8JsonWriter writer, string name, int size)
    {
        writer.WriteStartArray(name);
        writer.WriteNullValue();
        writer.WriteNullValue();
        writer.WriteNumberValue(size);
        writer.WriteEndArray();
    }

    private static string ActivationOf(LayerShape layer) => layer switch
    {
        DenseShape { Activation: Activation.Relu } => "relu",
        DenseShape { Activation: Activation.Sigmoid } => "sigmoid",
        DenseShape { Activation: Activation.Softmax } => "softmax",
        DenseShape { Activation: Activation.None } => "",
        _ => "tanh",
    };
}
