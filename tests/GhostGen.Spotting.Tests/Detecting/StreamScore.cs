using GhostGen.Samples.Spotting;

namespace GhostGen.Spotting.Tests.Detecting;

/// <summary>What the detections of a stream are worth.</summary>
/// <param name="Keywords">The keywords spoken.</param>
/// <param name="Hits">Those that were detected as what they are, within their clips.</param>
/// <param name="Wrong">Those in whose clips another word was detected first.</param>
/// <param name="Between">Detections between clips.</param>
/// <param name="Unknown">Detections in clips of unknown words.</param>
/// <param name="Repeated">Second detections in one clip.</param>
internal sealed record StreamScore(int Keywords, int Hits, int Wrong, int Between, int Unknown, int Repeated)
{
    /// <summary>Detections where nothing was to be detected.</summary>
    public int FalseAlarms => Between + Unknown + Repeated;

    /// <summary>The share of keywords that were detected.</summary>
    public double HitRate => (double)Hits / Keywords;

    /// <summary>Compares detections with what was spoken.</summary>
    public static StreamScore Of(SpeechStream stream, IEnumerable<Detection> detections)
    {
        var isTaken = new bool[stream.Words.Count];
        int hits = 0, wrong = 0, between = 0, unknown = 0, repeated = 0, word = 0;
        foreach (Detection detection in detections)
        {
            while (word < stream.Words.Count && stream.Words[word].End < detection.Time)
            {
                word++;
            }

            if (word == stream.Words.Count || stream.Words[word].Start > detection.Time)
            {
                between++;
            }
            else if (stream.Words[word].Label == SpotterLabels.Compiled.Unknown)
            {
                unknown++;
            }
            else if (isTaken[word])
            {
                repeated++;
            }
            else
            {
                isTaken[word] = true;
                hits += stream.Words[word].Label == detection.Label ? 1 : 0;
                wrong += stream.Words[word].Label == detection.Label ? 0 : 1;
            }
        }

        return new(stream.Words.Count(static word => word.Label != SpotterLabels.Compiled.Unknown), hits, wrong, between, unknown, repeated);
    }
}
