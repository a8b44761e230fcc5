using System.Globalization;

namespace GhostGen.Manifests;

/// <summary>Numbers as they stand in the file.</summary>
internal static class JsonNumber
{
    /// <summary>The number of double precision that is closest. Infinite where none is, on frameworks that do not refuse such digits.</summary>
    /// <returns>Whether there are few enough digits, and the framework takes them.</returns>
    public static bool TryParse(ManifestText text, JsonValue value, out double number)
    {
        number = 0;

        // Through the framework's own parser and not the JSON reader's: on .NET Standard the latter rounds differently in the last place.
        string digits = Digits(text, value);
        return digits.Length <= ManifestLimits.LongestNumber && double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>The number of single precision that is closest, as <see cref="TryParse(ManifestText, JsonValue, out double)"/> has that of double precision.</summary>
    /// <returns>Whether there are few enough digits, and the framework takes them.</returns>
    public static bool TryParse(ManifestText text, JsonValue value, out float number)
    {
        // Not by way of double precision: what lies close to the middle between two singles would be rounded twice.
        number = 0;
        string digits = Digits(text, value);
        return digits.Length <= ManifestLimits.LongestNumber && float.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>The digits, or as many of them as tell that they are too many.</summary>
    public static string Digits(ManifestText text, JsonValue value)
    {
        char[] digits = new char[Math.Min(value.End - value.Start, ManifestLimits.LongestNumber + 1)];
        for (int i = 0; i < digits.Length; i++)
        {
            digits[i] = (char)text.Utf8[value.Start + i];
        }

        return new string(digits);
    }
}
