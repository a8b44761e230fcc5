using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using GhostGen.Modeling;

namespace GhostGen.Manifests;

/// <summary>Reads one tensor. What its layer needs is known, so nothing is allocated before the text is found to hold it.</summary>
internal static class TensorReader
{
    /// <summary>The elements, row-major and finite.</summary>
    public static float[] Read(ManifestText text, JsonValue value, TensorShape expected, Subject subject)
    {
        ObjectMembers members = ObjectMembers.Of(text, value, subject);
        members.RequireKnown(text, ManifestWords.TensorMembers);
        string elementType = members.RequiredText(text, ManifestWords.ElementType);
        if (elementType != ManifestWords.Float32)
        {
            throw text.Defect(ModelDefect.WrongElementType, members.Required(text, ManifestWords.ElementType).Value.Start, $"{subject.Words} has elements of type {Quote.Of(elementType)}; only '{ManifestWords.Float32}' is supported.", subject);
        }

        RequireShape(text, members, expected);
        return ReadData(text, members, expected);
    }

    private static void RequireShape(ManifestText text, ObjectMembers members, TensorShape expected)
    {
        JsonMember shape = members.Required(text, ManifestWords.Shape);
        members.RequireKind(text, shape, JsonTokenType.StartArray, "an array of sizes");
        var sizes = new List<int>();
        Utf8JsonReader reader = text.Open(shape.Value);
        while (ObjectMembers.Next(ref reader, shape.Value.Start) is { Kind: not JsonTokenType.EndArray } size)
        {
            if (size.Kind != JsonTokenType.Number)
            {
                throw text.Defect(ModelDefect.WrongType, size.Start, $"{members.Subject.Words} has {size.KindInWords} in its shape; sizes are whole numbers.", members.Subject);
            }

            // One size more than any tensor has is enough to tell that there are too many.
            if (sizes.Count < 3)
            {
                sizes.Add(reader.TryGetInt32(out int number) && number > 0
                    ? number
                    : throw text.Defect(ModelDefect.SizeOutOfRange, size.Start, FormattableString.Invariant(
                        $"{members.Subject.Words} has a size in its shape that is not a whole number from 1 to {int.MaxValue}; the shape has to be {expected.Dimensions}."), members.Subject));
            }
        }

        int[] wanted = expected.Columns is { } columns ? [expected.Rows, columns] : [expected.Rows];
        if (!sizes.SequenceEqual(wanted))
        {
            string found = string.Join(", ", sizes.Select(static size => size.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            throw text.Defect(ModelDefect.WrongTensorShape, shape.Value.Start, $"{members.Subject.Words} has the shape [{found}{(sizes.Count > 2 ? ", ..." : "")}]; its layer needs {expected.Dimensions}.", members.Subject);
        }
    }

    private static float[] ReadData(ManifestText text, ObjectMembers members, TensorShape expected)
    {
        JsonMember data = members.Required(text, ManifestWords.Data);
        members.RequireKind(text, data, JsonTokenType.String, "a string of base64");

        // Between the quotes. An escape would be a second spelling; its backslash is not part of base64 either.
        int start = data.Value.Start + 1;
        ReadOnlySpan<byte> characters = text.Utf8.Slice(start, data.Value.End - 1 - start);
        long bytes = expected.Count * sizeof(float);
        if (characters.Length != Base64Data.LengthOf(bytes))
        {
            throw DataDefect(text, members, data.Value, expected, ModelDefect.WrongDataLength);
        }

        var values = new float[expected.Count];
        if (!Base64Data.TryDecode(characters, MemoryMarshal.AsBytes(values.AsSpan()), out ModelDefect defect))
        {
            throw DataDefect(text, members, data.Value, expected, defect);
        }

        if (!BitConverter.IsLittleEndian)
        {
            Span<int> bits = MemoryMarshal.Cast<float, int>(values.AsSpan());
            for (int i = 0; i < bits.Length; i++)
            {
                bits[i] = BinaryPrimitives.ReverseEndianness(bits[i]);
            }
        }

        RequireFinite(text, members, expected, values, start);
        return values;
    }

    /// <summary>What is wrong with data that could not be decoded. Each character is looked at only now, when it is known that one may be at fault.</summary>
    private static ModelFileException DataDefect(ManifestText text, ObjectMembers members, JsonValue data, TensorShape expected, ModelDefect defect)
    {
        Subject subject = members.Subject;
        int start = data.Start + 1;
        int length = data.End - 1 - start;
        long bytes = expected.Count * sizeof(float);
        int invalid = Base64Data.FirstInvalid(text.Utf8.Slice(start, length));
        if (invalid >= 0)
        {
            return text.Defect(ModelDefect.NotBase64, start + invalid, FormattableString.Invariant(
                $"{subject.Words} has a character in its data, at {invalid}, that is not base64 there; the data is A to Z, a to z, 0 to 9, + and /, padded with =, without escapes or spaces."), subject);
        }

        if (length != Base64Data.LengthOf(bytes))
        {
            return text.Defect(ModelDefect.WrongDataLength, data.Start, FormattableString.Invariant(
                $"{subject.Words} has {length} characters of data; {expected.Dimensions} values are {bytes} bytes, which are {Base64Data.LengthOf(bytes)} characters."), subject);
        }

        return text.Defect(defect, data.End - 2, defect == ModelDefect.NonCanonicalBase64
            ? $"{subject.Words} has data whose last character has bits that belong to no byte and are not zero; encode it again."
            : FormattableString.Invariant($"{subject.Words} has data that is not padded for {bytes} bytes; encode it again."), subject);
    }

    private static void RequireFinite(ManifestText text, ObjectMembers members, TensorShape expected, float[] values, int start)
    {
        int index = FiniteValues.FirstOther(values);
        if (index < 0)
        {
            return;
        }

        // Each element is four bytes, and each three bytes are four characters.
        int place = start + (int)((long)index * sizeof(float) * 4 / 3);
        bool isNaN = float.IsNaN(values[index]);
        throw text.Defect(isNaN ? ModelDefect.NotANumber : ModelDefect.InfiniteValue, place, FormattableString.Invariant(
            $"{members.Subject.Words} has {(isNaN ? "NaN" : "an infinity")} at index {index}{FiniteValues.Place(expected, index)}; weights are finite."), members.Subject, index);
    }
}
