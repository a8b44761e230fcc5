using GhostGen.Importing;
using GhostGen.Manifests;

namespace GhostGen.Cli.Commands;

/// <summary>A model and where it comes from.</summary>
/// <param name="Path">Its file, as the command line has it.</param>
/// <param name="Format">The file's format.</param>
/// <param name="Manifest">The model.</param>
internal sealed record LoadedModel(string Path, ModelFormat Format, ModelManifest Manifest);
