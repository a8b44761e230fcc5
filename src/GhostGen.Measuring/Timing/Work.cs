namespace GhostGen.Measuring.Timing;

/// <summary>Something that is done many times over and timed by the step.</summary>
/// <param name="name">What it is called in tables and files.</param>
/// <param name="granularity">The steps that it does at a time: counts are multiples of it.</param>
internal abstract class Work(string name, int granularity = 1)
{
    /// <summary>What it is called in tables and files.</summary>
    public string Name { get; } = name;

    /// <summary>The steps that it does at a time.</summary>
    public int Granularity { get; } = granularity;

    /// <summary>Does <paramref name="steps"/> steps, a multiple of <see cref="Granularity"/>.</summary>
    public abstract void Repeat(int steps);
}
