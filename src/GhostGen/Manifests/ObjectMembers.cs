using System.Text.Json;

namespace GhostGen.Manifests;

/// <summary>The members of one object, in the order of the text, with distinct names; their values are not looked into.</summary>
internal sealed class ObjectMembers
{
    private readonly Dictionary<string, JsonMember> byName = new(StringComparer.Ordinal);
    private readonly List<JsonMember> all = [];

    private ObjectMembers(JsonValue place, Subject subject)
    {
        Place = place;
        Subject = subject;
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<JsonMember> All => all;

    /// <summary>The object.</summary>
    public JsonValue Place { get; }

    /// <summary>What the object is about.</summary>
    public Subject Subject { get; }

    /// <summary>The member of a name, or <see langword="null"/>.</summary>
    public JsonMember? Find(string name) => byName.TryGetValue(name, out JsonMember? member) ? member : null;

    /// <summary>The same members, now that more is known of what they are about.</summary>
    public ObjectMembers About(Subject subject)
    {
        var members = new ObjectMembers(Place, subject);
        foreach (JsonMember member in all)
        {
            members.Add(member);
        }

        return members;
    }

    /// <summary>Lists the members of an object.</summary>
    /// <exception cref="ModelFileException">The value is not an object, or two members have the same name.</exception>
    public static ObjectMembers Of(ManifestText text, JsonValue value, Subject subject)
    {
        if (value.Kind != JsonTokenType.StartObject)
        {
            throw text.Defect(ModelDefect.WrongType, value.Start, $"{subject.Words} is {value.KindInWords}; it has to be an object.", subject);
        }

        var members = new ObjectMembers(value, subject);
        Utf8JsonReader reader = text.Open(value);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int nameStart = value.Start + (int)reader.TokenStartIndex;
            string name = text.TextOf(ref reader, nameStart, subject);
            if (members.byName.ContainsKey(name))
            {
                throw text.Defect(ModelDefect.DuplicateMember, nameStart, $"{subject.Words} has two members {Quote.Of(name)}; leave one out.", subject);
            }

            members.Add(new(name, nameStart, Next(ref reader, value.Start)));
        }

        return members;
    }

    /// <summary>The value on which the reader stands after one more token, or <see langword="null"/> at the end of an array; the reader is left on its last token.</summary>
    /// <param name="reader">A reader before a value.</param>
    /// <param name="origin">The offset of the reader's first byte.</param>
    public static JsonValue Next(ref Utf8JsonReader reader, int origin)
    {
        reader.Read();
        JsonTokenType kind = reader.TokenType;
        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        return new(kind, origin + start, origin + (int)reader.BytesConsumed);
    }

    private void Add(JsonMember member)
    {
        byName.Add(member.Name, member);
        all.Add(member);
    }
}
