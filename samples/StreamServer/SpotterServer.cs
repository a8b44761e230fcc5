using GhostGen;

namespace StreamServer;

/// <summary>
/// Spots keywords in thousands of streams at once. Streams are dealt out to batches small enough that the states of one stay in a core's
/// second-level cache; a batch is for one thread at a time, so any core can take any of them.
/// </summary>
internal sealed class SpotterServer
{
    /// <summary>Eight tiles: weights are read from memory once for all of them, and 64 states of this model are 100 KB.</summary>
    public const int StreamsPerBatch = 64;

    // By its interface: a type that exists only once it is generated, in a declaration, would keep the compiler from saying why it was not.
    private readonly IStreamingBatch[] batches;
    private readonly float[][] frames;
    private readonly float[][] probabilities;

    /// <summary>Prepares a server.</summary>
    /// <param name="streams">The number of streams, rounded up to whole batches.</param>
    public SpotterServer(int streams)
    {
        int count = (streams + StreamsPerBatch - 1) / StreamsPerBatch;
        batches = [.. Enumerable.Range(0, count).Select(static _ => new KeywordSpotter.Batch(StreamsPerBatch))];
        frames = [.. batches.Select(static _ => new float[StreamsPerBatch * KeywordSpotter.InputSize])];
        probabilities = [.. batches.Select(static _ => new float[StreamsPerBatch * KeywordSpotter.OutputSize])];
    }

    /// <summary>The number of streams.</summary>
    public int Streams => batches.Length * StreamsPerBatch;

    /// <summary>Where the next frame of a stream is to be written.</summary>
    public Span<float> Frame(int stream) => Slice(frames, stream, KeywordSpotter.InputSize);

    /// <summary>What the last step has found in a stream.</summary>
    public ReadOnlySpan<float> Probabilities(int stream) => Slice(probabilities, stream, KeywordSpotter.OutputSize);

    /// <summary>Makes a stream forget what it has heard: somebody else is calling.</summary>
    public void Restart(int stream) => batches[stream / StreamsPerBatch].Reset(stream % StreamsPerBatch);

    /// <summary>Steps all streams once.</summary>
    /// <param name="cores">The most cores to use.</param>
    public void Step(int cores) => Parallel.For(
        0,
        batches.Length,
        new ParallelOptions { MaxDegreeOfParallelism = cores },
        batch => batches[batch].Step(frames[batch], probabilities[batch]));

    private static Span<float> Slice(float[][] values, int stream, int size) =>
        values[stream / StreamsPerBatch].AsSpan(stream % StreamsPerBatch * size, size);
}
