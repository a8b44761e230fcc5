using GhostGen.Samples.Spotting;

namespace GhostGen.Spotting.Tests.Detecting;

/// <summary>What the detections of a stream are worth.</summary>
/// <param name="Keywords">The keywords spoken.</param>
/// <param name="Hits">Those that were detected as what they are, within their clips.</param>
/// <param name="Wrong">Those in whose clips another word was detected first.</param>
/// <param name="FalseAlarms">Detections in clips of unknown words and between clips, and second ones in one clip.</param>
internal sealed record StreamScore(int Keywords, int Hits, int Wrong, int FalseAlarms)
{
    /// <summary>The share of keywords that were detected.</summary>
    public double HitRate => (double)Hits / Keywords;

    /// <summary>Compares detections with what was spoken.</summary>
    public static StreamScore Of(SpeechStream stream, IEnumerable<Detection> detections)
    {
        var isTaken = new bool[stream.Words.Count];
        int hits = 0, wrong = 0, falseAlarms = 0, word = 0;
        foreach (Detection detection in detections)
        {
            while (word < stream.Words.Count && stream.Words[word].End < detection.Time)
            {
                word++;
            }

            bool isInWord = word < stream.Words.Count && stream.Words[word].Start <= detection.Time;
            if (!isInWord || isTaken[word] || stream.Words[word].Label == SpotterLabels.Compiled.Unknown)
            {
                falseAlarms++;
                continue;
            }

            isTaken[word] = true;
            hits += stream.Words[word].Label == detection.Label ? 1 : 0;
            wrong += stream.Words[word].Label == detection.Label ? 0 : 1;
        }

        return new(stream.Words.Count(static word => word.Label != SpotterLabels.Compiled.Unknown), hits, wrong, falseAlarms);
    }
}
