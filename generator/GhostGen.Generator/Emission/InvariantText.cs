using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace GhostGen.Generator.Emission;

/// <summary>
/// What an interpolated string becomes where it is an argument of <see cref="SourceWriter"/>: the compiler prefers it to a plain string,
/// which would be formatted with the machine's culture, and a plain string to a <see cref="FormattableString"/>.
/// </summary>
[InterpolatedStringHandler]
internal readonly ref struct InvariantText(int literalLength, int formattedCount)
{
    private const int GuessedCharactersPerHole = 12;

    private readonly StringBuilder text = new(literalLength + (GuessedCharactersPerHole * formattedCount));

    /// <summary>Appends what stands between the holes.</summary>
    public void AppendLiteral(string value) => text.Append(value);

    /// <summary>Appends a value.</summary>
    public void AppendFormatted<T>(T value) =>
        text.Append(value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value?.ToString());

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
