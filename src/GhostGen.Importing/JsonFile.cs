using System.Text.Json;

namespace GhostGen.Importing;

/// <summary>Opens JSON of other runtimes.</summary>
internal static class JsonFile
{
    /// <summary>The largest file: text of the most weights a model may have.</summary>
    private const long MostBytes = 1L << 30;

    /// <summary>Parses a file.</summary>
    /// <exception cref="ImportException">It is too large, or no JSON; the place is the line and column.</exception>
    public static JsonDocument Open(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (stream.Length > MostBytes)
        {
            throw new ImportException(path, null, FormattableString.Invariant($"the file has {stream.Length} bytes; at most {MostBytes} are read."));
        }

        try
        {
            return JsonDocument.Parse(stream);
        }
        catch (JsonException exception)
        {
            throw new ImportException(path, PlaceOf(exception), "this is not JSON: " + FirstSentence(exception), exception);
        }
    }

    /// <summary>The line and column of an error, from 1.</summary>
    public static string PlaceOf(JsonException exception) =>
        FormattableString.Invariant($"line {exception.LineNumber.GetValueOrDefault() + 1}, column {exception.BytePositionInLine.GetValueOrDefault() + 1}");

    /// <summary>What the parser says, without the place, which it counts from 0.</summary>
    public static string FirstSentence(JsonException exception)
    {
        int end = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? exception.Message : exception.Message[..end];
    }
}
