namespace GhostGen.Generator.Emission;

/// <summary>Why a class has a stub in the place of its model, for the person who opens the file.</summary>
/// <param name="Id">The rule that is broken.</param>
/// <param name="Title">What it says.</param>
internal readonly record struct StubError(string Id, string Title);
