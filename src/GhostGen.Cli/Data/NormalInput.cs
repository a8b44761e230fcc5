using GhostGen.Manifests;

namespace GhostGen.Cli.Data;

/// <summary>Random input as networks are trained on: normally distributed, with the mean and the deviation that the model takes off, or else 0 and 1.</summary>
internal static class NormalInput
{
    /// <summary>A sequence of frames; the same for the same seed.</summary>
    /// <param name="manifest">The model.</param>
    /// <param name="steps">The frames.</param>
    /// <param name="seed">Anything.</param>
    public static float[] Of(ModelManifest manifest, int steps, int seed)
    {
        var random = new Random(seed);
        int size = manifest.Shape.InputSize;
        var values = new float[(long)steps * size];
        for (int i = 0; i < values.Length; i++)
        {
            double normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            double mean = manifest.Normalization?.Mean?[i % size] ?? 0;
            double scale = manifest.Normalization?.Scale?[i % size] ?? 1;

            // A scale of 0 is that of a feature which never changes.
            values[i] = (float)(mean + (scale == 0 ? 0 : normal / scale));
        }

        return values;
    }
}
