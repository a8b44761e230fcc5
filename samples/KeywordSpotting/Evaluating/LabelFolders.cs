using GhostGen.Samples.Spotting;

namespace GhostGen.Samples.KeywordSpotting.Evaluating;

/// <summary>Clips in folders that are called what is spoken in them, as those of Speech Commands are.</summary>
internal static class LabelFolders
{
    /// <summary>Minutes of noise, which come with Speech Commands and are no clips.</summary>
    private const string BackgroundNoise = "_background_noise_";

    /// <summary>Finds all clips.</summary>
    /// <param name="folder">A folder of folders.</param>
    /// <param name="labels">The labels. A folder that is called otherwise holds unknown words.</param>
    /// <returns>The clips with the outputs that they belong to, ordered by their paths.</returns>
    /// <exception cref="InputException">There is no such folder, or no clip in it.</exception>
    public static IReadOnlyList<LabelledClip> Find(string folder, SpotterLabels labels)
    {
        if (!Directory.Exists(folder))
        {
            throw new InputException(folder, File.Exists(folder)
                ? "this is a file; a folder is expected that has a folder of WAV files for each label. ('spot detect' takes a file.)"
                : "there is no such folder.");
        }

        List<LabelledClip> clips = [];
        foreach (string labelFolder in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(labelFolder);
            if (name == BackgroundNoise)
            {
                continue;
            }

            int label = labels.IndexOf(name) is >= 0 and int found ? found : labels.Unknown;
            clips.AddRange(Directory.EnumerateFiles(labelFolder).Where(IsWav).Order(StringComparer.Ordinal).Select(path => new LabelledClip(path, label)));
        }

        return clips.Count > 0
            ? clips
            : throw new InputException(folder, $"there are no WAV files in folders in it; expected is a folder for each label ({string.Join(", ", labels.Names)}), as in {Path.Combine(folder, labels.Names[^1], "1.wav")}.");
    }

    private static bool IsWav(string path) => path.EndsWith(".wav", StringComparison.OrdinalIgnoreCase);
}
