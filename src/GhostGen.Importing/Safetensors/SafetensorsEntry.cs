using System.Text.Json;
using GhostGen.Importing.Arrays;
using GhostGen.Manifests;

namespace GhostGen.Importing.Safetensors;

/// <summary>What the header says of one tensor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its elements.</param>
/// <param name="Sizes">Its sizes, outermost first.</param>
/// <param name="Count">Its elements.</param>
/// <param name="Start">Where its bytes begin, from the end of the header.</param>
/// <param name="End">Where they end.</param>
internal sealed record SafetensorsEntry(string Name, ElementType Type, IReadOnlyList<int> Sizes, int Count, long Start, long End)
{
    /// <summary>What messages call it.</summary>
    public string Place => PlaceOf(Name);

    /// <summary>Reads a member of the header.</summary>
    /// <exception cref="ImportException">It is no tensor, its bytes are not as many as its elements need, or its type is not read.</exception>
    public static SafetensorsEntry Read(JsonProperty member, string path)
    {
        string name = member.ReadName(path);
        string place = PlaceOf(name);
        JsonElement type = Required(member.Value, SafetensorsFormat.ElementType, JsonValueKind.String, path, place);
        JsonElement shape = Required(member.Value, SafetensorsFormat.Shape, JsonValueKind.Array, path, place);
        JsonElement offsets = Required(member.Value, SafetensorsFormat.Offsets, JsonValueKind.Array, path, place);
        long[] sizes = Numbers(shape, SafetensorsFormat.Shape, ArrayLimits.MostSizes, path, place);
        long[] places = Numbers(offsets, SafetensorsFormat.Offsets, 2, path, place);
        ElementType elementType = TypeOf(type.ReadText(path, place), path, place);
        int count = ArrayLimits.CountOf(sizes) ?? throw new ImportException(path, place, FormattableString.Invariant(
            $"its shape is [{string.Join(", ", sizes)}]; sizes are not negative, and a file has at most {ArrayLimits.MostElements} elements."));
        long bytes = (long)count * ElementReader.SizeOf(elementType);
        if (places.Length != 2 || places[0] < 0 || places[1] < places[0] || places[1] - places[0] != bytes)
        {
            throw new ImportException(path, place, FormattableString.Invariant(
                $"its bytes are said to be at [{string.Join(", ", places)}]; a beginning and an end that are {bytes} apart are expected, for {count} elements of type {type.ReadText(path, place)}."));
        }

        return new(name, elementType, [.. sizes.Select(static size => (int)size)], count, places[0], places[1]);
    }

    private static string PlaceOf(string name) => $"tensor {Quote.Of(name)}";

    private static JsonElement Required(JsonElement tensor, string member, JsonValueKind kind, string path, string place) =>
        tensor.ValueKind != JsonValueKind.Object
            ? throw new ImportException(path, place, $"the header has {tensor.ValueKind} for it; an object is expected.")
            : tensor.Find(member, path) is { } value && value.ValueKind == kind
                ? value
                : throw new ImportException(path, place, $"the header has no '{member}' for it that is {kind}.");

    private static long[] Numbers(JsonElement list, string member, int most, string path, string place)
    {
        if (list.GetArrayLength() > most)
        {
            throw new ImportException(path, place, FormattableString.Invariant($"its '{member}' has {list.GetArrayLength()} numbers; at most {most} are expected."));
        }

        return [.. list.EnumerateArray().Select(number => number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out long value)
            ? value
            : throw new ImportException(path, place, $"its '{member}' holds {Quote.Of(number.GetRawText())}; a whole number is expected."))];
    }

    private static ElementType TypeOf(string type, string path, string place) => type switch
    {
        "F32" => ElementType.Float32,
        "F16" => ElementType.Float16,
        "BF16" => ElementType.BFloat16,
        "F64" => ElementType.Float64,
        _ => throw new ImportException(path, place, $"its elements are of type {Quote.Of(type)}; F32, F16, BF16 and F64 are read."),
    };
}
