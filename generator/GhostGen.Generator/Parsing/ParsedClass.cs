using GhostGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GhostGen.Generator.Parsing;

/// <summary>
/// What the parser found at one class. Findings hold locations, which hold syntax trees, so this never enters the generator's
/// pipeline: the generator takes <see cref="Spec"/>, which is a value, and the analyzer reports the rest.
/// </summary>
internal sealed class ParsedClass
{
    /// <summary>A type that is no model and has no layers.</summary>
    internal static readonly ParsedClass Nothing = new() { Findings = [] };

    /// <summary>The class as a value; <see langword="null"/> where it is no model, no other part of it can be written, or the compiler rejects an attribute.</summary>
    internal ClassSpec? Spec { get; init; }

    /// <summary>The mistakes.</summary>
    internal required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Where the model file is named.</summary>
    internal Location FileLocation { get; init; } = Location.None;

    /// <summary>Where the layers stand, in order.</summary>
    internal IReadOnlyList<Location> LayerLocations { get; init; } = [];
}
