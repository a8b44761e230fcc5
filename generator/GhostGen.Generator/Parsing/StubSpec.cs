using GhostGen.Generator.Emission;
using GhostGen.Modeling;

namespace GhostGen.Generator.Parsing;

/// <summary>A class of which another part can be written, but whose model has mistakes: it gets the members of a model, which throw, so that these mistakes are all that is reported.</summary>
/// <param name="Class">The class.</param>
/// <param name="Shape">The layers, where they are known all the same.</param>
/// <param name="Mistakes">Why there is no model; none where its file cannot be read, which the compiler reports by itself.</param>
internal sealed record StubSpec(UserClass Class, ModelShape? Shape, Sequence<Mistake> Mistakes);
