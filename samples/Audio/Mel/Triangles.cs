namespace GhostGen.Samples.Audio.Mel;

/// <summary>In which unit the sides of bands are straight.</summary>
public enum Triangles
{
    /// <summary>In mels, as TensorFlow has it.</summary>
    InMels,

    /// <summary>In Hz, as librosa has it.</summary>
    InHertz,
}
