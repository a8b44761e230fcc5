using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.TestSupport;

/// <summary>Weights and inputs that are the same in every process: the generator is written out here, so no library version changes it.</summary>
public static class RandomModels
{
    /// <summary>
    /// A model of the given shape with weights of the size that trained networks have: uniform within 1 / sqrt(columns). Where the shape's
    /// name ends with <c>_normalized</c>, <c>_centred</c> or <c>_scaled</c>, its input has a mean and a scale, or one of the two.
    /// </summary>
    public static ModelManifest Manifest(ModelShape shape, ulong seed = 1)
    {
        var random = new SplitMix(seed);
        var tensors = new Dictionary<string, float[]>();
        foreach (LayerShape layer in shape.Layers)
        {
            foreach (TensorShape tensor in layer.Tensors)
            {
                float bound = 1f / MathF.Sqrt(tensor.Columns ?? 4);
                tensors[$"{layer.Name}.{tensor.Name}"] = random.Uniform((int)tensor.Count, bound);
            }
        }

        return new ModelManifest(shape, tensors, normalization: Normalization(shape, new SplitMix(seed + 1)));
    }

    private static InputNormalization? Normalization(ModelShape shape, SplitMix random)
    {
        double[] mean = Array.ConvertAll(random.Uniform(shape.InputSize, 1f), static value => value / 3.0);
        double[] scale = Array.ConvertAll(random.Uniform(shape.InputSize, 2f), static value => value / 1.7);

        // A feature that never changes has no deviation to divide by.
        scale[^1] = scale.Length > 1 ? 0 : scale[^1];
        return shape.Name[(shape.Name.LastIndexOf('_') + 1)..] switch
        {
            "normalized" => new(new(mean), new(scale)),
            "centred" => new(new(mean), null),
            "scaled" => new(null, new(scale)),
            _ => null,
        };
    }

    /// <summary>A sequence of <paramref name="count"/> values, uniform within <paramref name="bound"/>.</summary>
    public static float[] Inputs(int count, ulong seed = 2, float bound = 2f) => new SplitMix(seed).Uniform(count, bound);

    private struct SplitMix(ulong state)
    {
        private ulong state = state;

        public float[] Uniform(int count, float bound)
        {
            var values = new float[count];
            for (int i = 0; i < count; i++)
            {
                // 24 random bits: every value is exact in single precision before it is scaled.
                values[i] = (((Next() >> 40) / (float)(1 << 23)) - 1f) * bound;
            }

            return values;
        }

        private ulong Next()
        {
            state += 0x9E3779B97F4A7C15;
            ulong z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
