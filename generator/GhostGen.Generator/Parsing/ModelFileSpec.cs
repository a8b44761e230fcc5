using GhostGen.Manifests;

namespace GhostGen.Generator.Parsing;

/// <summary>
/// One model file of the project. Two are equal when paths and content are: the hash stands for the weights, of which there can be
/// millions, and which are compared at every keystroke.
/// </summary>
/// <param name="Path">Where it lies, or where the file lies that it was converted from.</param>
/// <param name="ContentHash">The SHA-256 of its text; empty where it cannot be read, which the compiler reports by itself.</param>
/// <param name="Manifest">The model; <see langword="null"/> where the file has a defect or cannot be read.</param>
/// <param name="Defect">What is wrong with it.</param>
internal sealed record ModelFileSpec(string Path, string ContentHash, ModelManifest? Manifest, ModelFileDefect? Defect = null)
{
    /// <summary>Where the text lies: <see cref="Path"/>, but for a text that the build has converted from that file.</summary>
    internal string TextPath { get; init; } = Path;

    /// <inheritdoc/>
    public bool Equals(ModelFileSpec? other) => other is not null && Path == other.Path && TextPath == other.TextPath && ContentHash == other.ContentHash;

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Path.GetHashCode() * 31) + ContentHash.GetHashCode());
}
