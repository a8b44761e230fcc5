using System.Text.Json;
using GhostGen.Modeling;

namespace GhostGen.Manifests;

/// <summary>Reads model files. Whatever the bytes are, the result is a model that was checked in every respect, or a <see cref="ModelFileException"/>.</summary>
internal static class ManifestReader
{
    /// <summary>Reads a model file. Time and memory are bounded by the length of the text, not by what it declares.</summary>
    /// <param name="utf8">The text; a byte order mark may precede it.</param>
    /// <param name="file">What to call the file in messages.</param>
    /// <exception cref="ModelFileException">The text has a defect.</exception>
    public static ModelManifest Read(ReadOnlySpan<byte> utf8, string file)
    {
        bool hasMark = utf8.Length >= 3 && utf8[0] == 0xEF && utf8[1] == 0xBB && utf8[2] == 0xBF;
        ManifestText text = new(hasMark ? utf8.Slice(3) : utf8, file);
        if (utf8.Length > ManifestLimits.MostBytes)
        {
            throw TooLarge(file, utf8.Length);
        }

        ObjectMembers document = ObjectMembers.Of(text, DocumentScan.Root(text), Subject.Model);

        // The format comes first: what is unknown in a later version is no mistake in this one.
        RequireFormat(text, document);
        document.RequireKnown(text, ManifestWords.DocumentMembers);
        string name = document.RequiredText(text, ManifestWords.Name);
        int input = document.RequiredSize(text, ManifestWords.Input);
        InputNormalization? normalization = NormalizationReader.Read(text, document, input);
        ModelShape shape = LayerListReader.Read(text, document, name, input);
        List<string> labels = LabelReader.Read(text, document, shape);
        Dictionary<string, string> metadata = ReadMetadata(text, document);
        Dictionary<string, float[]> tensors = TensorListReader.Read(text, document, shape);
        NormalizationReader.RequireFits(text, document, shape, normalization, tensors);
        return new ModelManifest(shape, tensors, labels, metadata, normalization);
    }

    /// <summary>The defect of a file that is too large to be read at all.</summary>
    public static ModelFileException TooLarge(string file, long bytes) => new(
        ModelDefect.FileTooLarge,
        file,
        1,
        1,
        FormattableString.Invariant($"the file has {bytes} bytes or more; at most {ManifestLimits.MostBytes} are read."),
        null,
        null,
        null);

    private static void RequireFormat(ManifestText text, ObjectMembers document)
    {
        const string expected = $"'{ManifestWords.FormatName}/{ManifestWords.FormatVersion}'";
        string format = document.RequiredText(text, ManifestWords.Format);
        int place = document.Required(text, ManifestWords.Format).Value.Start;
        if (!format.StartsWith(ManifestWords.FormatName + "/", StringComparison.Ordinal))
        {
            throw text.Defect(ModelDefect.UnknownFormat, place, $"the format is {Quote.Of(format)}; {expected} is expected.");
        }

        string version = format.Substring(ManifestWords.FormatName.Length + 1);
        if (version != ManifestWords.FormatVersion)
        {
            throw text.Defect(ModelDefect.UnsupportedVersion, place, $"the version of the format is {Quote.Of(version)}; this version of GhostGen reads {expected} only.");
        }
    }

    private static Dictionary<string, string> ReadMetadata(ManifestText text, ObjectMembers document)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        if (document.Find(ManifestWords.Metadata) is { } member)
        {
            ObjectMembers entries = ObjectMembers.Of(text, member.Value, Subject.Metadata);
            foreach (JsonMember entry in entries.All)
            {
                metadata.Add(entry.Name, entries.Text(text, entry));
            }
        }

        return metadata;
    }
}
