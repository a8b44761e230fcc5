using GhostGen.Samples.Audio.Mel;

namespace GhostGen.Samples.Spotting;

/// <summary>The features of the last second, frame by frame. It begins with a second of silence. Nothing is allocated after construction.</summary>
public sealed class FeatureRing
{
    private readonly float[] values;
    private readonly float[] silence;
    private int oldest;

    /// <summary>Begins with silence.</summary>
    public FeatureRing()
    {
        FeatureOptions options = FrontEnd.Options;
        silence = new float[options.Size];
        new FrameFeatures(options).Compute(new float[options.Window], silence);
        values = new float[FrontEnd.ClipFrames * silence.Length];
        Reset();
    }

    /// <summary>The values of a frame.</summary>
    public int Size => silence.Length;

    /// <summary>A frame, counted from the oldest.</summary>
    public ReadOnlySpan<float> Frame(int index) => values.AsSpan((oldest + index) % FrontEnd.ClipFrames * Size, Size);

    /// <summary>Takes a frame in place of the oldest.</summary>
    public void Add(ReadOnlySpan<float> frame)
    {
        frame.CopyTo(values.AsSpan(oldest * Size, Size));
        oldest = (oldest + 1) % FrontEnd.ClipFrames;
    }

    /// <summary>Forgets what was heard: it has been silent for a second.</summary>
    public void Reset()
    {
        for (int frame = 0; frame < FrontEnd.ClipFrames; frame++)
        {
            silence.CopyTo(values.AsSpan(frame * Size));
        }

        oldest = 0;
    }
}
