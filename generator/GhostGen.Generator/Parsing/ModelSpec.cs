using GhostGen.Generator.Emission;
using GhostGen.Generator.Planning;
using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Generator.Parsing;

/// <summary>A class and everything that is needed to compile its model, as a value.</summary>
/// <param name="Class">The class.</param>
/// <param name="Shape">The layers: the file's, or where there is none the attributes'.</param>
/// <param name="Options">What the attribute decides about the kernels.</param>
/// <param name="File">The file with the weights; <see langword="null"/> where they are loaded at run time.</param>
internal sealed record ModelSpec(UserClass Class, ModelShape Shape, KernelOptions Options, ModelFileSpec? File)
{
    /// <summary>Shape, weights and labels from the file; <see langword="null"/> where weights are loaded at run time.</summary>
    internal ModelManifest? Manifest => File?.Manifest;
}
