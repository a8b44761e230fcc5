using System.Text.Json;
using System.Text.Json.Serialization;

namespace GhostGen.Importing.Descriptions;

/// <summary>Descriptions as JSON.</summary>
internal static class DescriptionText
{
    private const long MostBytes = 1 << 24;

    private const string Members =
        "a description has name, normalization, layers, labels and metadata; a layer has from, kind, name, hidden, units, ratio, cheap, groups, cheap_activation, cheap_bias, reset, activation, bias and input_range";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Reads a description that is a file of its own.</summary>
    /// <exception cref="ImportException">It has a defect.</exception>
    public static ModelDescription ReadFile(string path)
    {
        long length = new FileInfo(path).Length;
        return length <= MostBytes
            ? Read(File.ReadAllText(path), path, null)
            : throw new ImportException(path, null, FormattableString.Invariant($"the file has {length} bytes; at most {MostBytes} are read as a description of layers."));
    }

    /// <summary>Reads a description.</summary>
    /// <param name="json">Its text.</param>
    /// <param name="path">The file that holds it.</param>
    /// <param name="place">Where in the file, or <see langword="null"/> where it is all of it.</param>
    /// <exception cref="ImportException">It has a defect.</exception>
    public static ModelDescription Read(string json, string path, string? place)
    {
        try
        {
            ModelDescription? description = JsonSerializer.Deserialize<ModelDescription>(json, Options);
            return description is { Layers.Count: > 0 } && !description.Layers.Contains(null!) && description.Labels?.Contains(null!) is not true
                && description.Metadata?.Values.Contains(null!) is not true
                ? description
                : throw new ImportException(path, place, "the description lists no layers, or something in it is null; " + Members + ".");
        }
        catch (JsonException exception)
        {
            string where = $"{(place is null ? "" : place + ", ")}{JsonFile.PlaceOf(exception)}, {exception.Path}";
            throw new ImportException(path, where, exception.InnerException is JsonException syntax
                ? "this is not JSON: " + JsonFile.FirstSentence(syntax)
                : $"what is here is unknown, missing a member, or of another type than expected; {Members}. docs/importing.md says what each of them is.", exception);
        }
        catch (InvalidOperationException exception)
        {
            throw JsonText.HalfCharacter(path, place ?? "the description", exception);
        }
    }

    /// <summary>Writes a description, on one line.</summary>
    public static string Write(ModelDescription description) => JsonSerializer.Serialize(description, Options);
}
