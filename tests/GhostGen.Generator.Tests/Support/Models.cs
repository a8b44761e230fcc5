using System.Text;
using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Generator.Tests.Support;

/// <summary>Model files that are made where they are used.</summary>
internal static class Models
{
    /// <summary>A model of one or more layers.</summary>
    internal static ModelShape Shape(string name, params LayerShape[] layers) => new(name, new(layers));

    /// <summary>A model whose weights are what <paramref name="weight"/> says, given how many weights came before.</summary>
    internal static ModelManifest Filled(
        ModelShape shape,
        Func<int, float> weight,
        IReadOnlyList<string>? labels = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        InputNormalization? normalization = null)
    {
        var tensors = new Dictionary<string, float[]>();
        int count = 0;
        foreach (LayerShape layer in shape.Layers)
        {
            foreach (TensorShape tensor in layer.Tensors)
            {
                float[] values = new float[tensor.Count];
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = weight(count++);
                }

                tensors[$"{layer.Name}.{tensor.Name}"] = values;
            }
        }

        return new(shape, tensors, labels, metadata, normalization);
    }

    /// <summary>A model with small weights of both signs, the same in every process.</summary>
    internal static ModelManifest Random(ModelShape shape, int seed = 1, IReadOnlyList<string>? labels = null, IReadOnlyDictionary<string, string>? metadata = null, InputNormalization? normalization = null)
    {
        var random = new Random(seed);
        return Filled(shape, _ => (random.NextSingle() - 0.5f) / 2, labels, metadata, normalization);
    }

    /// <summary>The text of a model's file.</summary>
    internal static string Text(ModelManifest manifest)
    {
        using var stream = new MemoryStream();
        ManifestWriter.Write(manifest, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>A model's file in the project.</summary>
    internal static MemoryText File(string path, ModelManifest manifest) => new(path, Text(manifest));
}
