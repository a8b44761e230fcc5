namespace GhostGen.Samples.Spotting;

/// <summary>What the outputs of a network mean.</summary>
public sealed class SpotterLabels
{
    private readonly bool[] isKeyword;

    /// <summary>Describes outputs.</summary>
    /// <param name="names">A name for each output. Those for silence and for all other words may stand in underscores, as Speech Commands has them.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public SpotterLabels(IEnumerable<string> names)
    {
        Names = [.. names.Select(Plain)];
        if (Names.Count == 0)
        {
            throw new ArgumentException("A spotter needs a model with labels, one for each output; this one has none.", nameof(names));
        }

        Silence = IndexOf("silence");
        Unknown = IndexOf("unknown");
        isKeyword = [.. Names.Select((_, index) => index != Silence && index != Unknown)];
    }

    /// <summary>The labels of <see cref="KeywordSpotter"/>.</summary>
    public static SpotterLabels Compiled { get; } = new(KeywordSpotter.Info.Labels);

    /// <summary>A name for each output.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The output for sound without a word; -1 if there is none.</summary>
    public int Silence { get; }

    /// <summary>The output for words that are no keywords; -1 if there is none.</summary>
    public int Unknown { get; }

    /// <summary>Whether an output is a word to spot.</summary>
    public bool IsKeyword(int index) => isKeyword[index];

    /// <summary>The output with a name, written with or without underscores; -1 if there is none.</summary>
    public int IndexOf(string name)
    {
        string plain = Plain(name);
        for (int index = 0; index < Names.Count; index++)
        {
            if (Names[index] == plain)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>The output with the largest posterior; the first of equal ones.</summary>
    public static int Best(ReadOnlySpan<float> posteriors)
    {
        int best = 0;
        for (int index = 1; index < posteriors.Length; index++)
        {
            best = posteriors[index] > posteriors[best] ? index : best;
        }

        return best;
    }

    private static string Plain(string name) => name.Trim('_');
}
