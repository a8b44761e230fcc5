using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GhostGen.Generator.Diagnostics;

/// <summary>Places in files that are no source.</summary>
internal static class TextLocation
{
    /// <summary>The place of the character at a line and column, counted from 1 as the reader of model files counts them.</summary>
    internal static Location Of(string path, SourceText text, int line, int column)
    {
        string content = text.ToString();
        int start = Math.Min(LineStart(content, line) + column - 1, content.Length);
        int length = start < content.Length && content[start] is not ('\r' or '\n') ? 1 : 0;
        var place = new LinePosition(line - 1, column - 1);
        return Location.Create(path, new TextSpan(start, length), new LinePositionSpan(place, new(line - 1, column - 1 + length)));
    }

    // Not SourceText.Lines: that counts lines by Unicode, where JSON and the reader only know \n, \r\n and \r.
    private static int LineStart(string content, int line)
    {
        int position = 0;
        for (; line > 1 && position < content.Length; position++)
        {
            if (content[position] == '\n' || (content[position] == '\r' && (position + 1 == content.Length || content[position + 1] != '\n')))
            {
                line--;
            }
        }

        return position;
    }
}
