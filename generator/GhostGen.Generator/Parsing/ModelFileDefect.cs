using GhostGen.Manifests;

namespace GhostGen.Generator.Parsing;

/// <summary>What is wrong with a model file and where, as a value; <see cref="ModelFileException"/> says the same.</summary>
/// <param name="Kind">The kind of defect: each has its rule.</param>
/// <param name="Reason">A sentence that names what was expected and what was found.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
internal sealed record ModelFileDefect(ModelDefect Kind, string Reason, int Line, int Column);
