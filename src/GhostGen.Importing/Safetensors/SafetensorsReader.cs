using System.Buffers.Binary;
using System.Text.Json;
using GhostGen.Importing.Arrays;
using GhostGen.Manifests;

namespace GhostGen.Importing.Safetensors;

/// <summary>
/// Reads safetensors: eight bytes with the length of a header, the header as JSON (type, shape and place of each tensor), then the
/// tensors, which leave no byte out and share none.
/// </summary>
internal static class SafetensorsReader
{
    /// <summary>Reads every tensor.</summary>
    /// <exception cref="ImportException">The file has a defect, or a tensor of a type that is not read.</exception>
    public static ArrayFile Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        using JsonDocument header = ReadHeader(stream, path, out long dataStart);
        long dataLength = stream.Length - dataStart;
        var entries = new List<SafetensorsEntry>();
        string? description = null;
        foreach (JsonProperty member in header.RootElement.EnumerateObject())
        {
            if (member.ReadName(path) == SafetensorsFormat.Metadata)
            {
                description = DescriptionIn(member.Value, path);
            }
            else
            {
                entries.Add(SafetensorsEntry.Read(member, path));
            }
        }

        RequireWhole(entries, dataLength, path);
        var arrays = new List<NamedArray>(entries.Count);
        foreach (SafetensorsEntry entry in entries)
        {
            var bytes = new byte[entry.End - entry.Start];
            stream.Position = dataStart + entry.Start;
            stream.ReadExactly(bytes);
            var values = new float[entry.Count];
            int odd = ElementReader.Read(bytes, entry.Type, isBigEndian: false, values);
            if (odd >= 0)
            {
                throw new ImportException(path, entry.Place, FormattableString.Invariant(
                    $"element {odd} is a double that no single equals; save the tensor as float32, so that the rounding is yours."));
            }

            arrays.Add(new(entry.Name, entry.Sizes, values));
        }

        return new(path, arrays, KeepsOrder: false, description);
    }

    private static JsonDocument ReadHeader(FileStream stream, string path, out long dataStart)
    {
        Span<byte> prefix = stackalloc byte[SafetensorsFormat.PrefixLength];
        if (stream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false) < prefix.Length)
        {
            throw new ImportException(path, null, FormattableString.Invariant($"the file has {stream.Length} bytes; a safetensors file begins with 8 that hold the length of its header."));
        }

        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > ArrayLimits.LongestHeader || (long)length > stream.Length - prefix.Length)
        {
            throw new ImportException(path, "the first 8 bytes", FormattableString.Invariant(
                $"they say that the header has {length} bytes; the file has {stream.Length - prefix.Length} more, and at most {ArrayLimits.LongestHeader} are read. It is incomplete, or no safetensors file."));
        }

        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        dataStart = prefix.Length + (long)length;
        try
        {
            var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document
                : throw new ImportException(path, "header", $"it is {document.RootElement.ValueKind}; a JSON object is expected.");
        }
        catch (JsonException exception)
        {
            throw new ImportException(path, $"header, {JsonFile.PlaceOf(exception)}", "this is not JSON: " + JsonFile.FirstSentence(exception), exception);
        }
        catch (InvalidOperationException exception)
        {
            // Names are compared as they are parsed, so that none is there twice.
            throw JsonText.HalfCharacter(path, "header", exception);
        }
    }

    private static string? DescriptionIn(JsonElement metadata, string path)
    {
        if (metadata.ValueKind != JsonValueKind.Object)
        {
            throw new ImportException(path, SafetensorsFormat.Metadata, $"it is {metadata.ValueKind}; an object of strings is expected.");
        }

        if (metadata.Find(SafetensorsFormat.Description, path) is not { } description)
        {
            return null;
        }

        return description.ValueKind == JsonValueKind.String
            ? description.ReadText(path, $"{SafetensorsFormat.Metadata}, '{SafetensorsFormat.Description}'")
            : throw new ImportException(path, SafetensorsFormat.Metadata, $"'{SafetensorsFormat.Description}' is {description.ValueKind}; a string with the description of the layers is expected.");
    }

    /// <summary>Refuses tensors that overlap, leave bytes out, or do not end where the file does.</summary>
    private static void RequireWhole(List<SafetensorsEntry> entries, long dataLength, string path)
    {
        if (entries.Count > ArrayLimits.MostArrays)
        {
            throw new ImportException(path, "header", FormattableString.Invariant($"it names {entries.Count} tensors; at most {ArrayLimits.MostArrays} are read."));
        }

        long end = 0;
        long elements = 0;
        foreach (SafetensorsEntry entry in entries.OrderBy(static entry => entry.Start).ThenBy(static entry => entry.End))
        {
            if (entry.Start != end)
            {
                throw new ImportException(path, entry.Place, FormattableString.Invariant(
                    $"it begins at byte {entry.Start} of the data, and what is before it ends at {end}; tensors neither overlap nor leave bytes out."));
            }

            end = entry.End;
            elements += entry.Count;
            if (elements > ArrayLimits.MostElements)
            {
                throw new ImportException(path, entry.Place, FormattableString.Invariant($"the file has {elements} elements up to this tensor; at most {ArrayLimits.MostElements} are read."));
            }
        }

        if (end != dataLength)
        {
            throw new ImportException(path, "header", FormattableString.Invariant(
                $"its tensors end at byte {end} of the data, and the file has {dataLength}; it is {(dataLength < end ? "incomplete" : "longer than it says")}."));
        }
    }
}
