using GhostGen.Manifests;

namespace GhostGen.Compiling;

/// <summary>A model to compile: its file, and what its class's attribute says beside the file's name.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Manifest">The file's content.</param>
/// <param name="Accuracy">How exactly sigmoid and tanh are computed.</param>
/// <param name="Precision">The numbers that weights are stored as.</param>
public sealed record ModelCase(string Name, ModelManifest Manifest, ActivationAccuracy Accuracy = ActivationAccuracy.Accurate, Precision Precision = Precision.Float32)
{
    /// <summary>A model as its file alone describes it.</summary>
    public static ModelCase Of(ModelManifest manifest) => new(manifest.Shape.Name, manifest);
}
