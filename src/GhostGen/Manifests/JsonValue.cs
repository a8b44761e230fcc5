using System.Text.Json;

namespace GhostGen.Manifests;

/// <summary>A value of the document: what it is and where it stands.</summary>
/// <param name="Kind">The token it begins with.</param>
/// <param name="Start">The offset of its first byte.</param>
/// <param name="End">The offset behind its last byte.</param>
internal readonly record struct JsonValue(JsonTokenType Kind, int Start, int End)
{
    /// <summary>The kind in words, with its article.</summary>
    public string KindInWords => Kind switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => "null",
    };
}

/// <summary>A member of an object.</summary>
/// <param name="Name">Its name, without escapes.</param>
/// <param name="NameStart">The offset of the name's opening quote.</param>
/// <param name="Value">Its value.</param>
internal sealed record JsonMember(string Name, int NameStart, JsonValue Value);
