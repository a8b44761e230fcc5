using GhostGen.Samples.Audio.Wav;
using GhostGen.Samples.KeywordSpotting;
using GhostGen.Samples.KeywordSpotting.Commands;
using GhostGen.Samples.KeywordSpotting.Input;
using GhostGen.Spotting.Tests.Detecting;
using Xunit;

namespace GhostGen.Spotting.Tests.Application;

/// <summary>The command <c>listen</c>.</summary>
public sealed class ListenTests
{
    private static readonly byte[] Sound = MadeUpSound.Pcm(MadeUpSound.Of(80_000));

    [Fact]
    public void Words_go_to_standard_output_and_the_summary_to_standard_error()
    {
        SpotRun run = Listen(Sound, int.MaxValue);
        Assert.Equal(0, run.ExitCode);
        Assert.NotEmpty(run.Lines);
        Assert.All(run.Lines, static line => Assert.Matches(@"^ +0:0[0-9]\.[0-9]{2}  (yes|no|up|down|left|right|on|off|stop|go) +(0|1)\.[0-9]{2}  █*$", line));
        Assert.StartsWith($"heard   5.00 s, {run.Lines.Length} word", run.Error, StringComparison.Ordinal);
        Assert.Matches("\nspeed   real-time factor 0\\.[0-9]{4}, [0-9.,]+ times faster than real time\nmemory  0 bytes allocated by all frames after the first second", run.Error);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4_097)]
    [InlineData(15_999)]
    public void The_pieces_that_a_pipe_delivers_make_no_difference(int size) =>
        Assert.Equal(Listen(Sound, int.MaxValue).Output, Listen(Sound, size).Output);

    [Fact]
    public void It_hears_what_detect_reads()
    {
        using var folder = new TemporaryFolder();
        var samples = new float[Sound.Length / 2];
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = (short)(Sound[2 * i] | (Sound[(2 * i) + 1] << 8)) / 32768f;
        }

        SpotRun detect = SpotRun.Of("detect", folder.Wav(samples, "a.wav"), "--threshold", "0.05", "--refractory", "0.2");
        Assert.Equal(detect.Lines[2..], Listen(Sound, 1000).Lines);
    }

    [Fact]
    public void Half_a_sample_at_the_end_is_left_out_and_said()
    {
        SpotRun run = Listen([.. Sound, 17], int.MaxValue);
        Assert.Equal(Listen(Sound, int.MaxValue).Output, run.Output);
        Assert.Contains("; the last byte is half a sample, and was left out\n", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_pipe_that_ends_before_the_first_sample_is_refused(int bytes) =>
        Refused(new MemoryStream(new byte[bytes]), "it has ended before the first sample; raw 16-bit PCM of 16 kHz, one channel, the lower byte first, is expected, for example: arecord ");

    [Fact]
    public void A_WAV_file_is_refused() =>
        Refused(new MemoryStream(WavWriter.Bytes(new(16_000, 1, new float[100]))), "this is a WAV file; raw 16-bit PCM of 16 kHz");

    [Fact]
    public async Task A_WAV_file_that_comes_byte_by_byte_is_refused()
    {
        using var stream = new LiveStream();
        Task<SpotRun> run = Task.Run(() => SpotRun.Of(stream, "listen"));
        foreach (byte one in WavWriter.Bytes(new(16_000, 1, new float[100])))
        {
            stream.Send([one]);
        }

        stream.Complete();
        SpotRun refused = await run.WaitAsync(TimeSpan.FromMinutes(5));
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.StartsWith("spot: standard input: this is a WAV file; ", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stream_that_cannot_be_read_is_refused() => Refused(new BrokenStream(), "it cannot be read: the microphone is gone");

    [Fact]
    public void A_terminal_is_refused()
    {
        using var error = new StringWriter();
        int code = SpotApplication.Run(["listen"], new(Stream.Null, TextWriter.Null, error) { InputIsTerminal = true }, CancellationToken.None);
        Assert.Equal(2, code);
        Assert.StartsWith("spot: standard input is a terminal; ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupt_ends_it_while_it_waits_and_the_summary_is_written()
    {
        using var stream = new LiveStream();
        using var interrupted = new CancellationTokenSource();
        Task<SpotRun> run = Task.Run(() => SpotRun.Of(stream, interrupted.Token, "listen"));
        for (int piece = 0; piece < 4; piece++)
        {
            stream.Send(new byte[PieceReader.LongestPiece]);
        }

        // There are two pieces at once, of half a second: when the fifth is asked for three have been heard.
        await stream.Asked(5);
        await interrupted.CancelAsync();

        // The stream has not ended, and nothing more comes: whoever waited for it would wait forever.
        SpotRun ended = await run.WaitAsync(TimeSpan.FromMinutes(5));
        Assert.Equal((0, ""), (ended.ExitCode, ended.Output));
        Assert.Matches(@"^heard   (1\.50|2\.00) s, no words\n", ended.Error);
    }

    [Fact]
    public void An_interrupt_before_the_first_sample_is_no_error()
    {
        SpotRun run = SpotRun.Of(Stream.Null, new CancellationToken(canceled: true), "listen");
        Assert.Equal((0, "", "heard   0.00 s, no words\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task A_word_is_written_before_the_stream_goes_on()
    {
        using var stream = new LiveStream();
        var output = new FirstLine();
        Task<int> run = Task.Run(() => SpotApplication.Run(["listen", "--threshold", "0.05"], new(stream, output, TextWriter.Null), CancellationToken.None));
        stream.Send(Sound);
        string line = await output.Flushed.WaitAsync(TimeSpan.FromMinutes(5));
        Assert.Matches("^ +0:0", line);
        Assert.False(run.IsCompleted);
        stream.Complete();
        Assert.Equal(0, await run.WaitAsync(TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public void Frames_allocate_nothing_but_the_words_that_are_printed()
    {
        // The native program hears a whole hour in continuous integration.
        var session = new ListenSession(new(Stream.Null, TextWriter.Null, TextWriter.Null), new() { Threshold = 0.05f });
        ReadOnlySpan<byte> sound = Sound;
        for (int start = 0; start < sound.Length; start += PieceReader.LongestPiece)
        {
            session.Hear(sound.Slice(start, PieceReader.LongestPiece));
        }

        Assert.Equal((Sound.Length / 2, 0), (session.Samples, session.Allocated));
    }

    private static SpotRun Listen(byte[] pcm, int size) => SpotRun.Of(new PieceStream(pcm, size), "listen", "--threshold", "0.05", "--refractory", "0.2");

    private static void Refused(Stream input, string expected)
    {
        SpotRun run = SpotRun.Of(input, "listen");
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("spot: standard input: " + expected, run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(static character => character == '\n'));
    }

    /// <summary>Delivers no more than so many bytes at once.</summary>
    private sealed class PieceStream(byte[] content, int size) : MemoryStream(content)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, size)]);
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new IOException("the microphone is gone");
    }

    /// <summary>Keeps what is written until it is flushed for the first time.</summary>
    private sealed class FirstLine : StringWriter
    {
        private readonly TaskCompletionSource<string> flushed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Flushed => flushed.Task;

        public override void Flush() => flushed.TrySetResult(ToString());
    }
}
