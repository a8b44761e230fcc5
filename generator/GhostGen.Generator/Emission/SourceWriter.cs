using System.Text;

namespace GhostGen.Generator.Emission;

/// <summary>Writes indented C# with line feeds and invariant numbers, whatever the machine's settings are.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder text = new();
    private int indentation;

    /// <summary>Writes an empty line.</summary>
    internal void Line() => text.Append('\n');

    /// <summary>Writes one line.</summary>
    internal void Line(string line) => text.Append(' ', indentation * 4).Append(line).Append('\n');

    /// <summary>Writes one line with numbers in it.</summary>
    internal void Line(InvariantText line) => Line(line.ToString());

    /// <summary>Opens a brace; disposing of the result closes it.</summary>
    internal Block Braces(string heading)
    {
        Line(heading);
        Line("{");
        indentation++;
        return new Block(this);
    }

    /// <inheritdoc cref="Braces(string)"/>
    internal Block Braces(InvariantText heading) => Braces(heading.ToString());

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    /// <summary>What stands between two braces.</summary>
    internal readonly struct Block(SourceWriter writer) : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose()
        {
            writer.indentation--;
            writer.Line("}");
        }
    }
}
