using System.Text.Json;

namespace GhostGen.Manifests;

/// <summary>The text of a model file, known to be one well-formed JSON object, and the defects found in it.</summary>
internal readonly ref struct ManifestText
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 2 * ManifestLimits.MostDepth };

    private readonly string file;

    /// <summary>Takes the text as it is; <see cref="DocumentScan"/> establishes that it is JSON.</summary>
    /// <param name="utf8">The text, without a byte order mark.</param>
    /// <param name="file">What to call it in messages.</param>
    public ManifestText(ReadOnlySpan<byte> utf8, string file)
    {
        Utf8 = utf8;
        this.file = file;
    }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Utf8 { get; }

    /// <summary>A reader of all of it, which reports the end of the text as such and not as an error.</summary>
    public Utf8JsonReader Open() => new(Utf8, isFinalBlock: false, new JsonReaderState(Options));

    /// <summary>A reader that stands on the first token of a value.</summary>
    public Utf8JsonReader Open(JsonValue value)
    {
        var reader = new Utf8JsonReader(Utf8.Slice(value.Start, value.End - value.Start), isFinalBlock: true, new JsonReaderState(Options));
        reader.Read();
        return reader;
    }

    /// <summary>The text of a string or a name on which <paramref name="reader"/> stands.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="start">The offset of the token.</param>
    /// <param name="subject">What the text is about.</param>
    public string TextOf(ref Utf8JsonReader reader, int start, Subject subject)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // The bytes are known to be UTF-8, so only an escape can be at fault.
            throw Defect(ModelDefect.InvalidEncoding, start, $"{subject.Words} has a text with an escape that is half of a surrogate pair; write both halves or the character itself.", subject);
        }
    }

    /// <summary>An exception for a defect at an offset.</summary>
    public ModelFileException Defect(ModelDefect defect, int offset, string reason, Subject? subject = null, int? index = null)
    {
        TextPosition position = TextPosition.Of(Utf8, offset);
        return new(defect, file, position.Line, position.Column, reason, subject?.Layer, subject?.Tensor, index);
    }
}
