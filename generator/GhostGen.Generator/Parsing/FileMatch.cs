using GhostGen.Modeling;

namespace GhostGen.Generator.Parsing;

/// <summary>The model files that a name can mean: none, one, or several.</summary>
/// <param name="Paths">Their paths, in ordinal order.</param>
internal sealed record FileMatch(Sequence<string> Paths)
{
    /// <summary>The one file that is meant; <see langword="null"/> where there is none, or more than one.</summary>
    internal string? Found => Paths.Count == 1 ? Paths[0] : null;

    /// <summary>Whether the name leaves open which file is meant.</summary>
    internal bool IsAmbiguous => Paths.Count > 1;
}
