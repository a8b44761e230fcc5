namespace GhostGen.Samples.KeywordSpotting.Evaluating;

/// <summary>How often clips of each label were taken for each label.</summary>
/// <param name="labels">The labels.</param>
internal sealed class ConfusionMatrix(IReadOnlyList<string> labels)
{
    private readonly int[] counts = new int[labels.Count * labels.Count];

    /// <summary>The labels.</summary>
    public IReadOnlyList<string> Labels { get; } = labels;

    /// <summary>All clips.</summary>
    public int Clips { get; private set; }

    /// <summary>How many clips of one label were taken for another, or for itself.</summary>
    public int this[int actual, int predicted] => counts[(actual * Labels.Count) + predicted];

    /// <summary>Counts a clip.</summary>
    public void Add(int actual, int predicted)
    {
        counts[(actual * Labels.Count) + predicted]++;
        Clips++;
    }

    /// <summary>The clips of a label.</summary>
    public int ClipsOf(int actual) => counts.AsSpan(actual * Labels.Count, Labels.Count).ToArray().Sum();

    /// <summary>The share of a label's clips that were recognised; <see langword="null"/> where there are none.</summary>
    public double? Recall(int actual) => ClipsOf(actual) is > 0 and int clips ? (double)this[actual, actual] / clips : null;

    /// <summary>The share of what was taken for a label that it was; <see langword="null"/> where nothing was.</summary>
    public double? Precision(int predicted)
    {
        int taken = Enumerable.Range(0, Labels.Count).Sum(actual => this[actual, predicted]);
        return taken > 0 ? (double)this[predicted, predicted] / taken : null;
    }

    /// <summary>The clips that were recognised, and how many there are, of all labels or of all but one.</summary>
    public (int Right, int All) Score(int without = -1)
    {
        IEnumerable<int> counted = Enumerable.Range(0, Labels.Count).Where(label => label != without);
        return (counted.Sum(label => this[label, label]), counted.Sum(ClipsOf));
    }
}
