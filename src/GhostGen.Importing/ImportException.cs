namespace GhostGen.Importing;

/// <summary>A file of another runtime cannot be made into a model: says which file, where in it, what was expected and what was found.</summary>
public sealed class ImportException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="file">The file, as it was named by whoever had it read.</param>
    /// <param name="place">What in it is concerned: a tensor, a node, an entry, a line. <see langword="null"/> for the file as a whole.</param>
    /// <param name="reason">What is wrong and what to do, in words.</param>
    /// <param name="inner">What it follows from, if anything.</param>
    public ImportException(string file, string? place, string reason, Exception? inner = null)
        : base(OneLine(place is null ? $"{file}: {reason}" : $"{file}: {place}: {reason}"), inner)
    {
        File = file;
        Place = place is null ? null : OneLine(place);
        Reason = OneLine(reason);
    }

    /// <summary>The file, as it was named by whoever had it read.</summary>
    public string File { get; }

    /// <summary>What in the file is concerned, or <see langword="null"/> for all of it.</summary>
    public string? Place { get; }

    /// <summary>What is wrong and what to do, without the file and the place.</summary>
    public string Reason { get; }

    // Parts of files are repeated in messages, and a message is one line wherever it is shown.
    private static string OneLine(string text) => string.Concat(text.Select(static character =>
        char.IsControl(character) || character is '\u2028' or '\u2029' ? FormattableString.Invariant($"\\u{(int)character:X4}") : character.ToString()));
}
