namespace GhostGen;

/// <summary>
/// Many independent streams of one model that step together: each has a state of its own and computes the bits that an
/// <see cref="IStreamingModel"/> of its own would, but weights are read once for eight streams (bytes once for each, while a part of them is at hand). What the nested class <c>Batch</c> of every
/// generated class is.
/// </summary>
/// <remarks>One instance is for one thread at a time; to use several cores give each a batch of its own.</remarks>
public interface IStreamingBatch
{
    /// <summary>Layers, sizes and costs of one stream.</summary>
    ModelInfo Info { get; }

    /// <summary>The number of streams.</summary>
    int Streams { get; }

    /// <summary>What a stream remembers: see <see cref="IStreamingModel.State"/>. It can be copied to and from any instance of the same model.</summary>
    /// <param name="stream">From 0 to <see cref="Streams"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such stream.</exception>
    Span<float> State(int stream);

    /// <summary>Reads one frame of each stream and writes one output of each. The two spans may overlap: all inputs are read before an output is written.</summary>
    /// <param name="inputs">Exactly <c>Streams * Info.InputSize</c> values, stream after stream.</param>
    /// <param name="outputs">Exactly <c>Streams * Info.OutputSize</c> values, stream after stream.</param>
    /// <exception cref="ArgumentException">A length is wrong; nothing has been written.</exception>
    void Step(ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>Makes all streams forget everything.</summary>
    void Reset();

    /// <summary>Makes one stream forget everything: a new one takes its place.</summary>
    /// <param name="stream">From 0 to <see cref="Streams"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such stream.</exception>
    void Reset(int stream);
}
