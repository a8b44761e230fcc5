using System.Text.Json;

namespace GhostGen.Manifests;

/// <summary>Takes typed values out of an object's members.</summary>
internal static class MemberValues
{
    /// <summary>Refuses members that the format does not have.</summary>
    public static void RequireKnown(this ObjectMembers members, ManifestText text, IReadOnlyList<string> known)
    {
        foreach (JsonMember member in members.All)
        {
            if (!known.Contains(member.Name))
            {
                throw text.Defect(ModelDefect.UnknownMember, member.NameStart, $"{members.Subject.Words} has a member {Quote.Of(member.Name)}, which does not exist; the members are {Quote.List(known)}.", members.Subject);
            }
        }
    }

    /// <summary>A member that has to be there.</summary>
    public static JsonMember Required(this ObjectMembers members, ManifestText text, string name) =>
        members.Find(name) ?? throw text.Defect(ModelDefect.MissingMember, members.Place.Start, $"{members.Subject.Words} has no member '{name}'; it has to be there.", members.Subject);

    /// <summary>A member that has to be there and be a string.</summary>
    public static string RequiredText(this ObjectMembers members, ManifestText text, string name) =>
        members.Text(text, members.Required(text, name));

    /// <summary>The value of a member that has to be a string.</summary>
    public static string Text(this ObjectMembers members, ManifestText text, JsonMember member)
    {
        members.RequireKind(text, member, JsonTokenType.String, "a string");
        Utf8JsonReader reader = text.Open(member.Value);
        return text.TextOf(ref reader, member.Value.Start, members.Subject);
    }

    /// <summary>A number of states, inputs or outputs that has to be there.</summary>
    public static int RequiredSize(this ObjectMembers members, ManifestText text, string name)
    {
        JsonMember member = members.Required(text, name);
        members.RequireKind(text, member, JsonTokenType.Number, "a whole number");
        Utf8JsonReader reader = text.Open(member.Value);
        return reader.TryGetInt32(out int size) && Modeling.ShapeLimits.IsSize(size)
            ? size
            : throw text.Defect(ModelDefect.SizeOutOfRange, member.Value.Start, FormattableString.Invariant(
                $"{members.Subject.Words} has {JsonNumber.Digits(text, member.Value)} as '{name}'; a size is a whole number from 1 to {Modeling.ShapeLimits.LargestSize}."), members.Subject);
    }

    /// <summary>A whole number, or the default where it is absent.</summary>
    public static int WholeNumber(this ObjectMembers members, ManifestText text, string name, int absent)
    {
        if (members.Find(name) is not { } member)
        {
            return absent;
        }

        members.RequireKind(text, member, JsonTokenType.Number, "a whole number");
        Utf8JsonReader reader = text.Open(member.Value);
        return reader.TryGetInt32(out int number)
            ? number
            : throw text.Defect(ModelDefect.OptionOutOfRange, member.Value.Start, $"{members.Subject.Words} has {JsonNumber.Digits(text, member.Value)} as '{name}'; a whole number is expected.", members.Subject);
    }

    /// <summary>A number, or the default where it is absent.</summary>
    public static double Number(this ObjectMembers members, ManifestText text, string name, double absent)
    {
        if (members.Find(name) is not { } member)
        {
            return absent;
        }

        members.RequireKind(text, member, JsonTokenType.Number, "a number");
        return JsonNumber.TryParse(text, member.Value, out double number)
            ? number
            : throw text.Defect(ModelDefect.OptionOutOfRange, member.Value.Start, $"{members.Subject.Words} has {JsonNumber.Digits(text, member.Value)} as '{name}'; it is no number of double precision.", members.Subject);
    }

    /// <summary>A number of single precision, or nothing where it is absent.</summary>
    public static float? Single(this ObjectMembers members, ManifestText text, string name)
    {
        if (members.Find(name) is not { } member)
        {
            return null;
        }

        members.RequireKind(text, member, JsonTokenType.Number, "a number");
        return JsonNumber.TryParse(text, member.Value, out float number)
            ? number
            : throw text.Defect(ModelDefect.OptionOutOfRange, member.Value.Start, $"{members.Subject.Words} has {JsonNumber.Digits(text, member.Value)} as '{name}'; it is no number of single precision.", members.Subject);
    }

    /// <summary>True or false, or the default where it is absent.</summary>
    public static bool Flag(this ObjectMembers members, ManifestText text, string name, bool absent)
    {
        if (members.Find(name) is not { } member)
        {
            return absent;
        }

        return member.Value.Kind switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => throw WrongType(members, text, member, "true or false"),
        };
    }

    /// <summary>The index of one of several spellings, or the default where the member is absent.</summary>
    public static int Choice(this ObjectMembers members, ManifestText text, string name, IReadOnlyList<string> spellings, int absent)
    {
        if (members.Find(name) is not { } member)
        {
            return absent;
        }

        string spelling = members.Text(text, member);
        for (int i = 0; i < spellings.Count; i++)
        {
            if (spellings[i] == spelling)
            {
                return i;
            }
        }

        throw text.Defect(ModelDefect.OptionOutOfRange, member.Value.Start, $"{members.Subject.Words} has {Quote.Of(spelling)} as '{name}'; the choices are {Quote.List(spellings)}.", members.Subject);
    }

    /// <summary>Refuses a member whose value is of another type.</summary>
    public static void RequireKind(this ObjectMembers members, ManifestText text, JsonMember member, JsonTokenType kind, string expected)
    {
        if (member.Value.Kind != kind)
        {
            throw WrongType(members, text, member, expected);
        }
    }

    private static ModelFileException WrongType(ObjectMembers members, ManifestText text, JsonMember member, string expected) =>
        text.Defect(ModelDefect.WrongType, member.Value.Start, $"{members.Subject.Words} has {member.Value.KindInWords} as {Quote.Of(member.Name)}; it has to be {expected}.", members.Subject);
}
