namespace GhostGen.Samples.KeywordSpotting.Input;

/// <summary>
/// Reads a stream on a thread of its own, so that an interrupt need not wait for whoever writes the stream. While one piece is worked on the next is
/// read; there are never more than two, and nothing is allocated for them after construction.
/// </summary>
internal sealed class PieceReader : IDisposable
{
    /// <summary>The most bytes of a piece: half a second of samples. A live stream's pieces are shorter, as soon as they are there.</summary>
    public const int LongestPiece = 16_000;

    private readonly object gate = new();
    private readonly byte[][] pieces = [new byte[LongestPiece], new byte[LongestPiece]];
    private readonly int[] lengths = [0, 0];
    private readonly Stream stream;
    private readonly CancellationToken interrupted;
    private readonly CancellationTokenRegistration registration;
    private int current = 1;
    private bool hasEnded;
    private Exception? failure;

    /// <summary>Begins to read.</summary>
    /// <param name="stream">What to read; it is not closed, because a read that waits would not let go of it.</param>
    /// <param name="interrupted">Ends reading.</param>
    public PieceReader(Stream stream, CancellationToken interrupted)
    {
        this.stream = stream;
        this.interrupted = interrupted;
        registration = interrupted.Register(Wake);
        new Thread(ReadAll) { IsBackground = true, Name = "PCM" }.Start();
    }

    /// <summary>Waits for the next piece. The one before it is no longer valid then.</summary>
    /// <returns>A piece; empty at the end of the stream, and when it is interrupted.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public ReadOnlySpan<byte> Next()
    {
        lock (gate)
        {
            lengths[current] = 0;
            current = 1 - current;
            Monitor.PulseAll(gate);
            while (lengths[current] == 0 && !hasEnded && !interrupted.IsCancellationRequested)
            {
                Monitor.Wait(gate);
            }

            if (failure is not null)
            {
                throw new IOException($"standard input: it cannot be read: {failure.Message}", failure);
            }

            return interrupted.IsCancellationRequested ? [] : pieces[current].AsSpan(0, lengths[current]);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => registration.Dispose();

    private void ReadAll()
    {
        try
        {
            for (int slot = 0; ; slot = 1 - slot)
            {
                int length = stream.Read(pieces[slot]);
                lock (gate)
                {
                    lengths[slot] = length;
                    hasEnded = length == 0;
                    Monitor.PulseAll(gate);
                    while (lengths[1 - slot] > 0 && !interrupted.IsCancellationRequested)
                    {
                        Monitor.Wait(gate);
                    }

                    if (hasEnded || interrupted.IsCancellationRequested)
                    {
                        return;
                    }
                }
            }
        }
#pragma warning disable CA1031 // Whoever waits for the next piece gets it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            lock (gate)
            {
                failure = exception;
                hasEnded = true;
                Monitor.PulseAll(gate);
            }
        }
    }

    private void Wake()
    {
        lock (gate)
        {
            Monitor.PulseAll(gate);
        }
    }
}
