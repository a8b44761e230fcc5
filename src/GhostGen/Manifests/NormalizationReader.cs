using System.Text.Json;
using GhostGen.Modeling;

namespace GhostGen.Manifests;

/// <summary>Reads what happens to the input before the first layer.</summary>
internal static class NormalizationReader
{
    /// <summary>The normalization, or <see langword="null"/> where there is none.</summary>
    /// <param name="text">The file.</param>
    /// <param name="document">Its members.</param>
    /// <param name="input">The number of inputs: each has a mean and a scale.</param>
    public static InputNormalization? Read(ManifestText text, ObjectMembers document, int input)
    {
        if (document.Find(ManifestWords.Normalization) is not { } member)
        {
            return null;
        }

        ObjectMembers members = ObjectMembers.Of(text, member.Value, Subject.Normalization);
        members.RequireKnown(text, ManifestWords.NormalizationMembers);
        return members.All.Count > 0
            ? new(Numbers(text, members, ManifestWords.Mean, input), Numbers(text, members, ManifestWords.Scale, input))
            : throw text.Defect(ModelDefect.MissingMember, member.Value.Start, $"{members.Subject.Words} has neither '{ManifestWords.Mean}' nor '{ManifestWords.Scale}'; give one of them, or leave it out.");
    }

    /// <summary>Refuses a normalization that the first layer's weights cannot take.</summary>
    public static void RequireFits(ManifestText text, ObjectMembers document, ModelShape shape, InputNormalization? normalization, IReadOnlyDictionary<string, float[]> tensors)
    {
        if (normalization is not null && NormalizationRules.Overflow(shape, normalization, tensors) is { } overflow)
        {
            LayerShape layer = shape.Layers[0];
            throw text.Defect(
                ModelDefect.NormalizationOutOfRange,
                document.Required(text, ManifestWords.Normalization).Value.Start,
                $"{Subject.Normalization.Words} {overflow.Words}.",
                Subject.OfTensor(layer.Name, overflow.Tensor),
                overflow.Index);
        }
    }

    private static Sequence<double>? Numbers(ManifestText text, ObjectMembers members, string name, int input)
    {
        if (members.Find(name) is not { } member)
        {
            return null;
        }

        members.RequireKind(text, member, JsonTokenType.StartArray, "an array of numbers");
        var numbers = new List<double>();
        int count = 0;
        Utf8JsonReader reader = text.Open(member.Value);
        while (ObjectMembers.Next(ref reader, member.Value.Start) is { Kind: not JsonTokenType.EndArray } value)
        {
            if (value.Kind != JsonTokenType.Number)
            {
                throw text.Defect(ModelDefect.WrongType, value.Start, FormattableString.Invariant($"{members.Subject.Words} has {value.KindInWords} at index {count} of '{name}'; it has to be a number."), index: count);
            }

            // What is beyond the inputs is counted, for the message, and not kept.
            if (count < input)
            {
                numbers.Add(JsonNumber.TryParse(text, value, out double number) && NormalizationRules.IsFinite(number)
                    ? number
                    : throw text.Defect(ModelDefect.NormalizationOutOfRange, value.Start, FormattableString.Invariant(
                        $"{members.Subject.Words} has {JsonNumber.Digits(text, value)} at index {count} of '{name}'; it is no finite number of double precision."), index: count));
            }

            count++;
        }

        return count == input
            ? new(numbers)
            : throw text.Defect(ModelDefect.NormalizationCountMismatch, member.Value.Start, FormattableString.Invariant(
                $"{members.Subject.Words} has {count} numbers as '{name}'; the model reads {input} values, and each has one."));
    }
}
