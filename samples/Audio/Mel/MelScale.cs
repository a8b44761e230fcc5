namespace GhostGen.Samples.Audio.Mel;

/// <summary>How frequencies become mels.</summary>
public enum MelScale
{
    /// <summary><c>1127 ln(1 + f / 700)</c>, as TensorFlow and HTK have it.</summary>
    Logarithmic,

    /// <summary>Linear below 1000 Hz and logarithmic above, as Slaney's Auditory Toolbox and librosa have it.</summary>
    Slaney,
}
