using System.Collections.Concurrent;
using Xunit;

namespace GhostGen.Spotting.Tests.Application;

/// <summary>A stream as a microphone is one: whoever reads it waits until something comes.</summary>
internal sealed class LiveStream : MemoryStream
{
    private readonly BlockingCollection<byte[]> pieces = [];
    private readonly SemaphoreSlim reads = new(0);
    private byte[] current = [];
    private int position;

    /// <summary>Something comes.</summary>
    public void Send(byte[] piece) => pieces.Add(piece);

    /// <summary>Nothing more will come.</summary>
    public void Complete() => pieces.CompleteAdding();

    /// <summary>Ends when somebody has asked for so many pieces.</summary>
    public async Task Asked(int count)
    {
        for (; count > 0; count--)
        {
            Assert.True(await reads.WaitAsync(TimeSpan.FromMinutes(5)));
        }
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        reads.Release();
        if (position == current.Length)
        {
            if (!pieces.TryTake(out byte[]? next, Timeout.Infinite))
            {
                return 0;
            }

            (current, position) = (next, 0);
        }

        int length = Math.Min(buffer.Length, current.Length - position);
        current.AsSpan(position, length).CopyTo(buffer);
        position += length;
        return length;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // Whoever still reads gets its end; it is on another thread, so that nothing is disposed of under it.
        Complete();
        base.Dispose(disposing);
    }
}
