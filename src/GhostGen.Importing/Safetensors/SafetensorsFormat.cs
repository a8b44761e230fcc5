namespace GhostGen.Importing.Safetensors;

/// <summary>The words of the format.</summary>
internal static class SafetensorsFormat
{
    /// <summary>The bytes that hold the length of the header.</summary>
    public const int PrefixLength = sizeof(ulong);

    /// <summary>The member of the header that is no tensor: texts under names.</summary>
    public const string Metadata = "__metadata__";

    /// <summary>The text in it that describes the layers.</summary>
    public const string Description = "ghostgen";

    /// <summary>A tensor's member for its element type.</summary>
    public const string ElementType = "dtype";

    /// <summary>A tensor's member for its sizes.</summary>
    public const string Shape = "shape";

    /// <summary>A tensor's member for where its bytes begin and end, from the end of the header.</summary>
    public const string Offsets = "data_offsets";
}
