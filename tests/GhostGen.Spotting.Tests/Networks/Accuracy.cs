namespace GhostGen.Spotting.Tests.Networks;

/// <summary>How many clips of the test set a compiled network decides rightly.</summary>
/// <param name="Correct">Of all clips.</param>
/// <param name="Clips">All clips.</param>
/// <param name="CorrectWords">Of those in which somebody speaks.</param>
/// <param name="Words">The clips in which somebody speaks.</param>
internal sealed record Accuracy(int Correct, int Clips, int CorrectWords, int Words)
{
    private const string Silence = "_silence_";

    /// <summary>The part of all clips, from 0 to 1.</summary>
    public double OfAll => (double)Correct / Clips;

    /// <summary>The part of the clips in which somebody speaks, from 0 to 1.</summary>
    public double WithoutSilence => (double)CorrectWords / Words;

    /// <summary>Counts.</summary>
    /// <param name="decisions">What a network has decided for each clip.</param>
    public static Accuracy Of(IReadOnlyList<string> decisions)
    {
        (string Decision, string Label)[] clips = [.. decisions.Zip(FrontEnd.Clips, static (decision, clip) => (decision, clip.Label))];
        (string Decision, string Label)[] words = [.. clips.Where(static clip => clip.Label != Silence)];
        return new(clips.Count(static clip => clip.Decision == clip.Label), clips.Length, words.Count(static clip => clip.Decision == clip.Label), words.Length);
    }
}
