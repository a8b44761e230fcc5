using System.Globalization;

namespace GhostGen.Importing.Numpy;

/// <summary>The few kinds of Python literals that headers of arrays are written in.</summary>
internal sealed class PythonLiteral(string text)
{
    private int position;

    /// <summary>Takes a character if it comes next.</summary>
    public bool TryTake(char character)
    {
        SkipSpace();
        if (position < text.Length && text[position] == character)
        {
            position++;
            return true;
        }

        return false;
    }

    /// <summary>Takes a character.</summary>
    /// <exception cref="FormatException">Another one comes next.</exception>
    public void Expect(char character)
    {
        if (!TryTake(character))
        {
            throw Unexpected($"'{character}'");
        }
    }

    /// <summary>Takes the end.</summary>
    public void ExpectEnd()
    {
        SkipSpace();
        if (position < text.Length)
        {
            throw Unexpected("its end");
        }
    }

    /// <summary>Takes a string in quotes of either kind, without escapes.</summary>
    public string Text()
    {
        SkipSpace();
        if (position == text.Length || text[position] is not ('\'' or '"'))
        {
            throw Unexpected("a text in quotes");
        }

        int end = text.IndexOf(text[position], position + 1);
        if (end < 0)
        {
            throw Unexpected("a text that ends");
        }

        string taken = text[(position + 1)..end];
        position = end + 1;
        return taken;
    }

    /// <summary>Takes True or False.</summary>
    public bool Flag()
    {
        SkipSpace();
        foreach ((string word, bool value) in ((string, bool)[])[("True", true), ("False", false)])
        {
            if (string.CompareOrdinal(text, position, word, 0, word.Length) == 0)
            {
                position += word.Length;
                return value;
            }
        }

        throw Unexpected("True or False");
    }

    /// <summary>Takes a tuple of whole numbers.</summary>
    /// <param name="most">The most that are accepted.</param>
    public List<long> Tuple(int most)
    {
        var numbers = new List<long>();
        Expect('(');
        while (!TryTake(')'))
        {
            if (numbers.Count == most)
            {
                throw Unexpected(FormattableString.Invariant($"at most {most} sizes"));
            }

            numbers.Add(Number());
            if (!TryTake(','))
            {
                Expect(')');
                break;
            }
        }

        return numbers;
    }

    private long Number()
    {
        SkipSpace();
        int end = position;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (end == position && text[end] == '-')))
        {
            end++;
        }

        if (!long.TryParse(text.AsSpan(position, end - position), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
        {
            throw Unexpected("a whole number");
        }

        position = end;
        return number;
    }

    private void SkipSpace()
    {
        while (position < text.Length && text[position] is ' ' or '\n')
        {
            position++;
        }
    }

    private FormatException Unexpected(string expected) => new(FormattableString.Invariant($"the header is no dictionary as NumPy writes it: {expected} is expected at character {position}"));
}
