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
    private readonly int shortestFirst;
    private readonly CancellationTokenRegistration registration;
    private int? current;
    private bool hasEnded;
    private bool isOver;
    private Exception? failure;

    /// <summary>Begins to read.</summary>
    /// <param name="stream">What to read; it is not closed, because a read that waits would not let go of it.</param>
    /// <param name="shortestFirst">The least bytes of the first piece, by which its kind can be told; fewer if the stream ends before.</param>
    /// <param name="interrupted">Ends reading.</param>
    public PieceReader(Stream stream, int shortestFirst, CancellationToken interrupted)
    {
        this.stream = stream;
        this.shortestFirst = shortestFirst;
        registration = interrupted.Register(End);
        new Thread(ReadAll) { IsBackground = true, Name = "PCM" }.Start();
    }

    /// <summary>Waits for the next piece. The one before it is no longer valid then.</summary>
    /// <returns>A piece; empty at the end of the stream, and when it is interrupted.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public ReadOnlySpan<byte> Next()
    {
        lock (gate)
        {
            if (current is { } done)
            {
                lengths[done] = 0;
                Monitor.PulseAll(gate);
            }

            int next = current is 0 ? 1 : 0;
            current = next;
            while (lengths[next] == 0 && !hasEnded && !isOver)
            {
                Monitor.Wait(gate);
            }

            if (failure is not null)
            {
                throw new IOException($"standard input: it cannot be read: {failure.Message}", failure);
            }

            return isOver ? [] : pieces[next].AsSpan(0, lengths[next]);
        }
    }

    /// <summary>Ends reading, once a read that waits has come back.</summary>
    public void Dispose()
    {
        registration.Dispose();
        End();
    }

    private void ReadAll()
    {
        try
        {
            int shortest = shortestFirst;
            for (int slot = 0; ; slot = 1 - slot)
            {
                int length = stream.ReadAtLeast(pieces[slot], shortest, throwOnEndOfStream: false);
                shortest = 1;
                lock (gate)
                {
                    lengths[slot] = length;
                    hasEnded = length == 0;
                    Monitor.PulseAll(gate);
                    while (lengths[1 - slot] > 0 && !isOver)
                    {
                        Monitor.Wait(gate);
                    }

                    if (hasEnded || isOver)
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

    private void End()
    {
        lock (gate)
        {
            isOver = true;
            Monitor.PulseAll(gate);
        }
    }
}
