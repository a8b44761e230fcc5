using System.Text.Json;

namespace GhostGen.Manifests;

/// <summary>Reads the whole text once and establishes that it is one JSON object and nothing else, whatever it says.</summary>
internal static class DocumentScan
{
    /// <summary>The document.</summary>
    /// <exception cref="ModelFileException">The text is not one JSON object.</exception>
    public static JsonValue Root(ManifestText text)
    {
        int invalid = Utf8Text.FirstInvalid(text.Utf8);
        if (invalid >= 0)
        {
            throw text.Defect(ModelDefect.InvalidEncoding, invalid, FormattableString.Invariant(
                $"the byte 0x{text.Utf8[invalid]:X2} is not part of UTF-8 text here; a model file is UTF-8."));
        }

        Utf8JsonReader reader = text.Open();
        try
        {
            return Scan(text, ref reader);
        }
        catch (JsonException exception)
        {
            int offset = TextPosition.OffsetOf(text.Utf8, exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
            string reason = exception.Message;
            int end = reason.IndexOf(" LineNumber:", StringComparison.Ordinal);
            throw text.Defect(ModelDefect.NotJson, offset, $"this is not JSON: {(end < 0 ? reason : reason.Substring(0, end))}");
        }
    }

    private static JsonValue Scan(ManifestText text, ref Utf8JsonReader reader)
    {
        int start = 0;
        do
        {
            if (!reader.Read())
            {
                throw text.Defect(ModelDefect.Truncated, text.Utf8.Length, text.Utf8.Length == 0
                    ? "the file is empty; a model file is one JSON object."
                    : "the text ends before the document does; the file is incomplete.");
            }

            if (reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject))
            {
                throw text.Defect(ModelDefect.NotAnObject, (int)reader.TokenStartIndex, "the document is not an object; a model file begins with '{'.");
            }

            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                if (reader.CurrentDepth >= ManifestLimits.MostDepth)
                {
                    throw text.Defect(ModelDefect.TooDeep, (int)reader.TokenStartIndex, FormattableString.Invariant(
                        $"objects and arrays are nested more than {ManifestLimits.MostDepth} deep; the format needs 4."));
                }

                start = reader.CurrentDepth == 0 ? (int)reader.TokenStartIndex : start;
            }
        }
        while (reader.CurrentDepth > 0 || reader.TokenType != JsonTokenType.EndObject);

        int end = (int)reader.BytesConsumed;
        for (int i = end; i < text.Utf8.Length; i++)
        {
            if (text.Utf8[i] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                throw text.Defect(ModelDefect.TrailingData, i, FormattableString.Invariant(
                    $"{text.Utf8.Length - i} bytes follow the end of the document; nothing may."));
            }
        }

        return new(JsonTokenType.StartObject, start, end);
    }
}
