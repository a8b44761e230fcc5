using System.Text.Json;

namespace GhostGen.Importing;

/// <summary>Takes text out of JSON, which may hold escapes that are half of a character.</summary>
internal static class JsonText
{
    /// <summary>The name of a member.</summary>
    /// <exception cref="ImportException">It holds half of a surrogate pair.</exception>
    public static string ReadName(this JsonProperty member, string path)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException exception)
        {
            throw HalfCharacter(path, "a member's name", exception);
        }
    }

    /// <summary>The text of a string.</summary>
    /// <param name="value">A string.</param>
    /// <param name="path">The file, for messages.</param>
    /// <param name="place">What the text is about.</param>
    /// <exception cref="ImportException">It holds half of a surrogate pair.</exception>
    public static string ReadText(this JsonElement value, string path, string place)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            throw HalfCharacter(path, place, exception);
        }
    }

    /// <summary>The member of a name, or <see langword="null"/> where there is none, or where the value is no object.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="name">The name.</param>
    /// <param name="path">The file, for messages.</param>
    /// <exception cref="ImportException">The name of another member holds half of a surrogate pair.</exception>
    public static JsonElement? Find(this JsonElement value, string name, string path)
    {
        try
        {
            return value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out JsonElement found) ? found : null;
        }
        catch (InvalidOperationException exception)
        {
            throw HalfCharacter(path, "a member's name", exception);
        }
    }

    /// <summary>What to throw where the framework finds half of a surrogate pair.</summary>
    public static ImportException HalfCharacter(string path, string place, InvalidOperationException exception) =>
        new(path, place, "a text has an escape that is half of a surrogate pair; write both halves or the character itself.", exception);
}
