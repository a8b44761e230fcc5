using System.Text.Json;
using GhostGen.Modeling;

namespace GhostGen.Manifests;

/// <summary>Reads the names of the outputs.</summary>
internal static class LabelReader
{
    /// <summary>A label for each output, or none.</summary>
    public static List<string> Read(ManifestText text, ObjectMembers document, ModelShape shape)
    {
        var labels = new List<string>();
        if (document.Find(ManifestWords.Labels) is not { } member)
        {
            return labels;
        }

        document.RequireKind(text, member, JsonTokenType.StartArray, "an array of strings");
        Utf8JsonReader reader = text.Open(member.Value);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            int start = member.Value.Start + (int)reader.TokenStartIndex;
            if (reader.TokenType != JsonTokenType.String)
            {
                throw text.Defect(ModelDefect.WrongType, start, FormattableString.Invariant(
                    $"label {labels.Count} is {new JsonValue(reader.TokenType, 0, 0).KindInWords}; a label is a string."), index: labels.Count);
            }

            labels.Add(text.TextOf(ref reader, start, Subject.Model));
        }

        return labels.Count == 0 || labels.Count == shape.OutputSize
            ? labels
            : throw text.Defect(ModelDefect.LabelCountMismatch, member.Value.Start, FormattableString.Invariant(
                $"there are {labels.Count} labels and {shape.OutputSize} outputs; give a label to each output, or to none."));
    }
}
