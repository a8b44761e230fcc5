namespace GhostGen.Manifests;

/// <summary>The bounds within which a file is read at all.</summary>
internal static class ManifestLimits
{
    /// <summary>The largest file, in bytes: the most weights in base64 are 342 MiB, and the rest of a file is small.</summary>
    public const int MostBytes = 1 << 29;

    /// <summary>How deep objects and arrays may be nested before the file is refused unread. The format itself needs 4.</summary>
    public const int MostDepth = 16;

    /// <summary>The longest number. Nothing the format has needs more digits, and the time to convert one stays bounded.</summary>
    public const int LongestNumber = 64;

    /// <summary>How much of a text from the file is repeated in a message.</summary>
    public const int LongestQuote = 80;
}
