namespace GhostGen.Tasks;

/// <summary>What a build says of model files that it converts. Each rule has a page in docs/rules.</summary>
internal static class BuildRule
{
    /// <summary>The file's content is damaged, or is what no model of this product can compute.</summary>
    internal const string CannotBeConverted = "GHOST080";

    /// <summary>A file is not there, or may not be read or written.</summary>
    internal const string CannotBeOpened = "GHOST081";

    /// <summary>Neither name nor content is one of those that are known.</summary>
    internal const string UnknownFormat = "GHOST082";

    /// <summary>What the project says of the file is not understood.</summary>
    internal const string InvalidMetadata = "GHOST083";

    private const string Pages = "https://github.com/ghostgen/ghostgen/blob/main/docs/rules/";

    /// <summary>The address of a rule's page.</summary>
    internal static string PageOf(string code) => Pages + code + ".md";
}
