namespace GhostGen.Manifests;

/// <summary>A place in a text as people and editors count.</summary>
/// <param name="Line">From 1; lines end with <c>\n</c>, <c>\r\n</c> or <c>\r</c>.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
internal readonly record struct TextPosition(int Line, int Column)
{
    /// <summary>The place of the byte at <paramref name="offset"/>.</summary>
    public static TextPosition Of(ReadOnlySpan<byte> utf8, int offset)
    {
        int line = 1;
        int column = 1;
        for (int i = 0; i < offset; i++)
        {
            byte current = utf8[i];
            bool isBreak = current == '\n' || (current == '\r' && (i + 1 == utf8.Length || utf8[i + 1] != '\n'));
            if (isBreak)
            {
                line++;
                column = 1;
                continue;
            }

            // Continuation bytes begin with the bits 10; four bytes make a surrogate pair.
            column += (current & 0xC0) == 0x80 ? 0 : current >= 0xF0 ? 2 : 1;
        }

        return new(line, column);
    }

    /// <summary>The offset of a place given as the JSON reader gives it: lines from 0 that end with <c>\n</c>, and bytes within the line from 0.</summary>
    public static int OffsetOf(ReadOnlySpan<byte> utf8, long line, long byteInLine)
    {
        int start = 0;
        for (; line > 0; line--)
        {
            start += utf8.Slice(start).IndexOf((byte)'\n') + 1;
        }

        return (int)Math.Min(start + byteInLine, utf8.Length);
    }
}
