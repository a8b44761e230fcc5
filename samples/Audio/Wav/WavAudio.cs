namespace GhostGen.Samples.Audio.Wav;

/// <summary>Sound as a WAV file holds it.</summary>
/// <param name="SampleRate">Samples of one channel in a second.</param>
/// <param name="Channels">The number of channels.</param>
/// <param name="Samples">The samples from -1 to 1, those of all channels at one time side by side.</param>
public sealed record WavAudio(int SampleRate, int Channels, float[] Samples)
{
    /// <summary>The time that it lasts, in seconds.</summary>
    public double Seconds => (double)Samples.Length / Channels / SampleRate;

    /// <summary>The mean of all channels; the samples themselves where there is one.</summary>
    public float[] ToMono()
    {
        if (Channels == 1)
        {
            return Samples;
        }

        var mono = new float[Samples.Length / Channels];
        for (int i = 0; i < mono.Length; i++)
        {
            double sum = 0;
            foreach (float sample in Samples.AsSpan(i * Channels, Channels))
            {
                sum += sample;
            }

            mono[i] = (float)(sum / Channels);
        }

        return mono;
    }
}
