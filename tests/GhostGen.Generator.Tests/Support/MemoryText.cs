using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GhostGen.Generator.Tests.Support;

/// <summary>An additional file that lies in memory.</summary>
/// <param name="path">What it is called.</param>
/// <param name="content">Its text; <see langword="null"/> for a file whose text cannot be had.</param>
internal sealed class MemoryText(string path, string? content) : AdditionalText
{
    private readonly SourceText? text = content is null ? null : SourceText.From(content, Encoding.UTF8);
    private int reads;

    /// <inheritdoc/>
    public override string Path => path;

    /// <summary>How often its text was asked for.</summary>
    internal int Reads => reads;

    /// <inheritdoc/>
    public override SourceText? GetText(CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref reads);
        return text;
    }
}
