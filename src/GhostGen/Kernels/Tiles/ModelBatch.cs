using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GhostGen.Kernels.Tiles;

/// <summary>What the batches of all generated models have in common: the memory of their streams, and the checks.</summary>
public abstract class ModelBatch : IStreamingBatch
{
    private readonly PackedWeights weights;
    private readonly BatchLayout layout;
    private readonly AlignedFloats memory;
    private readonly AlignedFloats sums;

    /// <summary>Makes streams whose states are zero.</summary>
    /// <param name="streams">How many: at least 1. They are computed in eights, so a multiple of 8 wastes nothing.</param>
    /// <param name="info">The model.</param>
    /// <param name="weights">Its weights.</param>
    /// <param name="layout">How its kernels find their way through the memory.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no streams, or more than fit an array.</exception>
    protected ModelBatch(int streams, ModelInfo info, PackedWeights weights, BatchLayout layout)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(layout);
        int most = (Array.MaxLength / layout.Stride) - Tile.Columns;
        if (streams < 1 || streams > most)
        {
            throw new ArgumentOutOfRangeException(nameof(streams), streams, FormattableString.Invariant($"A batch of this model has from 1 to {most} streams."));
        }

        Streams = streams;
        Info = info;
        this.weights = weights;
        this.layout = layout;
        memory = new AlignedFloats(Tile.Count(streams) * Tile.Columns * layout.Stride);
        sums = new AlignedFloats(layout.Sums);
    }

    /// <inheritdoc/>
    public ModelInfo Info { get; }

    /// <inheritdoc/>
    public int Streams { get; }

    /// <inheritdoc/>
    public Span<float> State(int stream)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(stream);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(stream, Streams);
        return memory.Span.Slice(stream * layout.Stride, Info.StateSize);
    }

    /// <inheritdoc/>
    public void Step(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        (int inputSize, int outputSize) = (Info.InputSize, Info.OutputSize);
        StepArguments.CheckBatch(inputs, outputs, Streams, inputSize, outputSize);
        Span<float> all = memory.Span;
        for (int stream = 0; stream < Streams; stream++)
        {
            inputs.Slice(stream * inputSize, inputSize).CopyTo(all.Slice((stream * layout.Stride) + layout.Input, inputSize));
        }

        StepTiles(ref weights.Start, ref memory.Start, (nuint)Tile.Count(Streams), ref sums.Start);
        for (int stream = 0; stream < Streams; stream++)
        {
            all.Slice((stream * layout.Stride) + layout.Output, outputSize).CopyTo(outputs.Slice(stream * outputSize, outputSize));
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        for (int stream = 0; stream < Streams; stream++)
        {
            State(stream).Clear();
        }
    }

    /// <inheritdoc/>
    public void Reset(int stream) => State(stream).Clear();

    /// <summary>One step of all tiles, from the inputs to the outputs in the streams' memory.</summary>
    /// <param name="weights">The model's weights.</param>
    /// <param name="streams">The memory of the first stream.</param>
    /// <param name="tiles">The number of tiles; the last may hold streams that are nobody's.</param>
    /// <param name="sums">Room for the sums of one panel and tile.</param>
    protected abstract void StepTiles(ref float weights, ref float streams, nuint tiles, ref float sums);
}
