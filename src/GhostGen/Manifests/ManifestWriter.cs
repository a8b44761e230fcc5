using System.Globalization;
using GhostGen.Modeling;

namespace GhostGen.Manifests;

/// <summary>
/// Writes model files: every option spelled out, a line per layer and per tensor, so that a person can read the top of one. The same
/// model is the same bytes on every machine.
/// </summary>
internal static class ManifestWriter
{
    /// <summary>Writes a model file. The stream is left open.</summary>
    public static void Write(ModelManifest manifest, Stream stream)
    {
        ModelShape shape = manifest.Shape;
        var writer = new JsonLineWriter(stream);
        writer.Raw("{\n  ");
        writer.Member(ManifestWords.Format, $"{ManifestWords.FormatName}/{ManifestWords.FormatVersion}");
        writer.Raw(",\n  ");
        writer.Member(ManifestWords.Name, shape.Name);
        writer.Raw(",\n  ");
        writer.Name(ManifestWords.Input);
        writer.Raw(Text(shape.InputSize));
        writer.Raw(",\n  ");
        WriteNormalization(writer, manifest.Normalization);
        WriteLayers(writer, shape);
        WriteLabels(writer, manifest.Labels);
        WriteMetadata(writer, manifest.Metadata);
        writer.Raw(",\n  ");
        WriteTensors(writer, manifest);
        writer.Raw("\n}\n");
        writer.Flush();
    }

    private static void WriteNormalization(JsonLineWriter writer, InputNormalization? normalization)
    {
        if (normalization is null)
        {
            return;
        }

        writer.Name(ManifestWords.Normalization);
        string separator = "{ ";
        Numbers(ManifestWords.Mean, normalization.Mean);
        Numbers(ManifestWords.Scale, normalization.Scale);
        writer.Raw(" },\n  ");

        void Numbers(string name, Sequence<double>? numbers)
        {
            if (numbers is not null)
            {
                writer.Raw(separator);
                writer.Name(name);
                writer.Raw($"[{string.Join(", ", numbers.Select(Text))}]");
                separator = ", ";
            }
        }
    }

    private static void WriteLayers(JsonLineWriter writer, ModelShape shape)
    {
        writer.Name(ManifestWords.Layers);
        writer.Raw("[");
        string separator = "\n    { ";
        foreach (LayerShape layer in shape.Layers)
        {
            writer.Raw(separator);
            writer.Member(ManifestWords.Kind, layer.Kind);
            writer.Raw(", ");
            writer.Member(ManifestWords.Name, layer.Name);
            WriteOptions(writer, layer);
            writer.Raw(" }");
            separator = ",\n    { ";
        }

        writer.Raw("\n  ]");
    }

    private static void WriteOptions(JsonLineWriter writer, LayerShape layer)
    {
        switch (layer)
        {
            case GhostGruShape ghost:
                Option(ManifestWords.Hidden, Text(ghost.Hidden));
                Option(ManifestWords.Ratio, Text(ghost.Ratio));
                Choice(ManifestWords.Cheap, ManifestWords.CheapMaps[(int)ghost.Cheap]);
                Option(ManifestWords.Groups, Text(ghost.Groups));
                Choice(ManifestWords.CheapActivation, ManifestWords.Activations[(int)ghost.CheapActivation]);
                Option(ManifestWords.CheapBias, ghost.CheapBias ? "true" : "false");
                Choice(ManifestWords.Reset, ManifestWords.ResetForms[(int)ghost.Reset]);
                break;
            case GruShape gru:
                Option(ManifestWords.Hidden, Text(gru.Hidden));
                Choice(ManifestWords.Reset, ManifestWords.ResetForms[(int)gru.Reset]);
                Choice(ManifestWords.Activation, ManifestWords.Activations[(int)gru.CandidateActivation]);
                break;
            case DenseShape dense:
                Option(ManifestWords.Units, Text(dense.Units));
                Choice(ManifestWords.Activation, ManifestWords.Activations[(int)dense.Activation]);
                Option(ManifestWords.Bias, dense.Bias ? "true" : "false");
                break;
        }

        if (layer.InputRange is { } range)
        {
            Option(ManifestWords.InputRange, Text(range));
        }

        void Option(string name, string value)
        {
            writer.Raw(", ");
            writer.Name(name);
            writer.Raw(value);
        }

        void Choice(string name, string spelling)
        {
            writer.Raw(", ");
            writer.Member(name, spelling);
        }
    }

    private static void WriteLabels(JsonLineWriter writer, Sequence<string> labels)
    {
        if (labels.Count == 0)
        {
            return;
        }

        writer.Raw(",\n  ");
        writer.Name(ManifestWords.Labels);
        string separator = "[";
        foreach (string label in labels)
        {
            writer.Raw(separator);
            writer.Text(label);
            separator = ", ";
        }

        writer.Raw("]");
    }

    private static void WriteMetadata(JsonLineWriter writer, IReadOnlyDictionary<string, string> metadata)
    {
        if (metadata.Count == 0)
        {
            return;
        }

        writer.Raw(",\n  ");
        writer.Name(ManifestWords.Metadata);
        string separator = "{\n    ";

        // Sorted, because a dictionary has no order that two processes would agree on.
        foreach (KeyValuePair<string, string> entry in metadata.OrderBy(static entry => entry.Key, StringComparer.Ordinal))
        {
            writer.Raw(separator);
            writer.Member(entry.Key, entry.Value);
            separator = ",\n    ";
        }

        writer.Raw("\n  }");
    }

    private static void WriteTensors(JsonLineWriter writer, ModelManifest manifest)
    {
        writer.Name(ManifestWords.Tensors);
        string separator = "{\n    ";
        foreach (LayerShape layer in manifest.Shape.Layers)
        {
            foreach (TensorShape tensor in layer.Tensors)
            {
                writer.Raw(separator);
                writer.Name(ModelManifest.FullName(layer, tensor.Name));
                writer.Raw("{ ");
                writer.Member(ManifestWords.ElementType, ManifestWords.Float32);
                writer.Raw(", ");
                writer.Name(ManifestWords.Shape);
                writer.Raw(tensor.Dimensions);
                writer.Raw(", ");
                writer.Name(ManifestWords.Data);
                writer.Base64(manifest.Tensor(layer, tensor.Name));
                writer.Raw(" }");
                separator = ",\n    ";
            }
        }

        writer.Raw("\n  }");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(float number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
