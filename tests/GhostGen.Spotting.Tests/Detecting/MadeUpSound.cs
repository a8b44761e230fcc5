namespace GhostGen.Spotting.Tests.Detecting;

/// <summary>Sound that nobody has spoken, the same in every run: tones that glide and swell, with noise.</summary>
internal static class MadeUpSound
{
    /// <summary>Samples from -0.6 to 0.6.</summary>
    public static float[] Of(int length, int seed = 1)
    {
        var random = new Random(seed);
        var samples = new float[length];
        double phase = 0;
        for (int i = 0; i < length; i++)
        {
            double time = i / 16_000.0;
            phase += 2 * Math.PI * (400 + (250 * Math.Sin(2.1 * time * seed))) / 16_000;
            double swell = Math.Max(0, Math.Sin(3.7 * time));
            samples[i] = (float)((swell * 0.5 * Math.Sin(phase)) + (0.1 * (random.NextDouble() - 0.5)));
        }

        return samples;
    }

    /// <summary>The samples as raw 16-bit PCM, the lower byte first.</summary>
    public static byte[] Pcm(ReadOnlySpan<float> samples)
    {
        var bytes = new byte[samples.Length * 2];
        for (int i = 0; i < samples.Length; i++)
        {
            short value = (short)Math.Round(samples[i] * 32767);
            bytes[2 * i] = (byte)value;
            bytes[(2 * i) + 1] = (byte)(value >> 8);
        }

        return bytes;
    }
}
