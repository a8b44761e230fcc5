using Xunit;
using System.Text;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.TestSupport;

namespace GhostGen.Tests.Manifests;

/// <summary>A model with a layer of each kind, small enough to be mutated byte by byte, and ways to damage its file.</summary>
internal static class SmallModel
{
    public const string FileName = "small.ghost.json";

    /// <summary>Stands in a damaged text where the defect is expected; it is taken out before reading.</summary>
    public const char Marker = '§';

    public static readonly ModelShape Shape = new("small", new(
    [
        new GhostGruShape("ghost_gru0", 3, 4) { InputRange = 9.5f },
        new GruShape("gru1", 4, 2) { Reset = ResetForm.BeforeProduct, CandidateActivation = Activation.Relu },
        new DenseShape("dense2", 2, 2) { Activation = Activation.Softmax, InputRange = 2.25f },
    ]));

    public static readonly ModelManifest Manifest = WithTexts(RandomModels.Manifest(Shape), ["yes", "no"], new() { ["source"] = "test" }, new(new([0.5, -1.25, 8]), new([2, 0.25, 0.125])));

    public static readonly string Text = Encoding.UTF8.GetString(Write(Manifest));

    public static ModelManifest WithTexts(ModelManifest manifest, string[] labels, Dictionary<string, string> metadata, InputNormalization? normalization = null) =>
        new(manifest.Shape, Tensors(manifest), labels, metadata, normalization);

    public static Dictionary<string, float[]> Tensors(ModelManifest manifest) => manifest.Shape.Layers
        .SelectMany(static layer => layer.Tensors, static (layer, tensor) => (layer, tensor))
        .ToDictionary(static pair => $"{pair.layer.Name}.{pair.tensor.Name}", pair => manifest.Tensor(pair.layer, pair.tensor.Name));

    public static byte[] Write(ModelManifest manifest)
    {
        using var stream = new MemoryStream();
        ManifestWriter.Write(manifest, stream);
        return stream.ToArray();
    }

    public static ModelManifest Read(string text) => ManifestReader.Read(Encoding.UTF8.GetBytes(text), FileName);

    /// <summary>The file's text with its only occurrence of <paramref name="old"/> replaced.</summary>
    public static string Replace(string old, string replacement)
    {
        int place = Text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(place >= 0, $"'{old}' is not in the file");
        Assert.True(Text.IndexOf(old, place + 1, StringComparison.Ordinal) < 0, $"'{old}' is in the file twice");
        return Text.Replace(old, replacement, StringComparison.Ordinal);
    }

    /// <summary>The base64 of a tensor in the file.</summary>
    public static string DataOf(string tensor)
    {
        int start = Text.IndexOf("\"data\": \"", Text.IndexOf($"\"{tensor}\"", StringComparison.Ordinal), StringComparison.Ordinal) + "\"data\": \"".Length;
        return Text[start..Text.IndexOf('"', start)];
    }

    /// <summary>Reads a text in which <see cref="Marker"/> stands where the defect is, and checks everything the exception says of it.</summary>
    public static ModelFileException AssertRefused(string marked, ModelDefect defect, string words, string? layer = null, string? tensor = null, int? index = null)
    {
        int place = marked.IndexOf(Marker);
        Assert.True(place >= 0, "the text has no marker");
        string before = marked[..place];
        int line = before.Count(static character => character == '\n') + 1;
        int column = place - before.LastIndexOf('\n');
        ModelFileException exception = Assert.Throws<ModelFileException>(() => Read(marked.Remove(place, 1)));
        Assert.Equal((defect, line, column), (exception.Defect, exception.Line, exception.Column));
        Assert.Equal((layer, tensor, index), (exception.Layer, exception.Tensor, exception.Index));
        Assert.Equal(FileName, exception.File);
        Assert.Equal(FormattableString.Invariant($"{FileName}({line},{column}): {exception.Reason}"), exception.Message);
        Assert.Contains(words, exception.Reason, StringComparison.Ordinal);
        return exception;
    }

    public static void AssertSame(ModelManifest expected, ModelManifest actual)
    {
        Assert.Equal(expected.Shape, actual.Shape);
        Assert.Equal(expected.Normalization, actual.Normalization);
        Assert.Equal(expected.Labels, actual.Labels);
        Assert.Equal(expected.Metadata.OrderBy(static entry => entry.Key, StringComparer.Ordinal), actual.Metadata.OrderBy(static entry => entry.Key, StringComparer.Ordinal));
        foreach (LayerShape layer in expected.Shape.Layers)
        {
            foreach (TensorShape tensor in layer.Tensors)
            {
                Assert.Equal(
                    expected.Tensor(layer, tensor.Name).Select(BitConverter.SingleToInt32Bits),
                    actual.Tensor(layer, tensor.Name).Select(BitConverter.SingleToInt32Bits));
            }
        }
    }
}
