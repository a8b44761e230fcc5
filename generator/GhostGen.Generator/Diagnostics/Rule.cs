namespace GhostGen.Generator.Diagnostics;

/// <summary>What all rules have in common.</summary>
internal static class Rule
{
    /// <summary>The category under which tools list the rules.</summary>
    internal const string Category = "GhostGen";

    /// <summary>Where the page of each rule lies: this, the rule's id, and <c>.md</c>.</summary>
    internal const string Pages = "https://github.com/ghostgen/ghostgen/blob/main/docs/rules/";
}
