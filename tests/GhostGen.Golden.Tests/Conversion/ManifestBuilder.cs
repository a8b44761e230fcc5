using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Golden.Tests.Conversion;

/// <summary>Collects layers and their tensors, in the model file's arrangement, into a manifest.</summary>
internal sealed class ManifestBuilder(string name)
{
    private readonly List<LayerShape> layers = [];
    private readonly Dictionary<string, float[]> tensors = [];

    /// <summary>Adds a layer.</summary>
    /// <param name="layer">Its shape.</param>
    /// <param name="values">Its tensors, in the order of <see cref="LayerShape.Tensors"/>.</param>
    public ManifestBuilder Add(LayerShape layer, params float[][] values)
    {
        layers.Add(layer);
        foreach ((TensorShape tensor, float[] elements) in layer.Tensors.Zip(values))
        {
            tensors.Add($"{layer.Name}.{tensor.Name}", elements);
        }

        return this;
    }

    /// <summary>Makes the manifest, which checks every tensor against the shape.</summary>
    public ModelManifest Build(IReadOnlyList<string>? labels = null) =>
        new(new ModelShape(name, new(layers)), tensors, labels);
}
