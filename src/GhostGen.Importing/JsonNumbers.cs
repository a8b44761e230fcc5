using System.Text.Json;

namespace GhostGen.Importing;

/// <summary>Takes numbers out of JSON of other runtimes.</summary>
internal static class JsonNumbers
{
    /// <summary>The singles of nested arrays, in the order of the text, with the sizes of the nesting.</summary>
    /// <param name="value">A number, or an array of what has equal sizes.</param>
    /// <param name="path">The file, for messages.</param>
    /// <param name="place">What the numbers are, for messages.</param>
    /// <exception cref="ImportException">Something is no number that a single can hold, or rows have different lengths.</exception>
    public static (IReadOnlyList<int> Sizes, float[] Values) Singles(JsonElement value, string path, string place)
    {
        var values = new List<float>();
        return (Collect(value, values, path, place), [.. values]);
    }

    private static List<int> Collect(JsonElement value, List<float> values, string path, string place)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetSingle(out float single) && float.IsFinite(single))
        {
            values.Add(single);
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            throw new ImportException(path, place, FormattableString.Invariant($"element {values.Count} is {Described(value)}; a number of single precision is expected."));
        }

        List<int>? first = null;
        foreach (JsonElement element in value.EnumerateArray())
        {
            List<int> sizes = Collect(element, values, path, place);
            first ??= sizes;
            if (!first.SequenceEqual(sizes))
            {
                throw new ImportException(path, place, FormattableString.Invariant($"its rows have different sizes, at element {values.Count}."));
            }
        }

        return [value.GetArrayLength(), .. first ?? []];
    }

    private static string Described(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number ? Manifests.Quote.Of(value.GetRawText()) : value.ValueKind.ToString();
}
