using GhostGen.Manifests;
using GhostGen.Modeling;

namespace EdgeAot;

/// <summary>Stands in for a model file, which another program would load with <c>ModelFile.Load</c>.</summary>
public static class MadeUpWeights
{
    /// <summary>A model of the given shape that nobody has trained: each weight within 1 / sqrt(columns).</summary>
    public static ModelManifest Of(ModelShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var noise = new Noise();
        var tensors = new Dictionary<string, float[]>();
        foreach (LayerShape layer in shape.Layers)
        {
            foreach (TensorShape tensor in layer.Tensors)
            {
                tensors[$"{layer.Name}.{tensor.Name}"] = noise.Fill(new float[tensor.Count], 1 / MathF.Sqrt(tensor.Columns ?? 4));
            }
        }

        return new ModelManifest(shape, tensors);
    }
}
