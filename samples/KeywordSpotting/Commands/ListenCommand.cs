using GhostGen.Samples.KeywordSpotting.CommandLine;
using GhostGen.Samples.KeywordSpotting.Input;
using GhostGen.Samples.Spotting;

namespace GhostGen.Samples.KeywordSpotting.Commands;

/// <summary>The command <c>listen</c>.</summary>
internal sealed class ListenCommand : SpotCommand
{
    private const string Expected = "raw 16-bit PCM of 16 kHz, one channel, the lower byte first, is expected";
    private const string Recorder = "arecord -q -t raw -f S16_LE -r 16000 -c 1 | spot listen";

    /// <inheritdoc/>
    public override string Name => "listen";

    /// <inheritdoc/>
    public override string Description => "Prints words of raw 16 kHz PCM as they are spoken.";

    /// <inheritdoc/>
    public override string PathsExpected => "reads standard input and takes no file ('spot detect' does)";

    /// <inheritdoc/>
    public override IReadOnlyList<CommandOption> Options => SpottingOptions.All;

    /// <inheritdoc/>
    public override string Example => Recorder;

    /// <inheritdoc/>
    public override int Run(ParsedArguments arguments, SpotConsole console, CancellationToken interrupted)
    {
        DetectionOptions options = SpottingOptions.Of(arguments);
        if (console.InputIsTerminal)
        {
            throw new UsageException($"standard input is a terminal; {Expected}, for example: {Recorder}");
        }

        if (console.ErrorIsTerminal)
        {
            console.Error.WriteLine("Listening; Ctrl-C ends it.");
        }

        var session = new ListenSession(console, options);
        ReadOnlySpan<byte> headerOfWav = "RIFF"u8;
        using var reader = new PieceReader(console.Input, headerOfWav.Length, interrupted);
        for (ReadOnlySpan<byte> piece = reader.Next(); piece.Length > 0; piece = reader.Next())
        {
            if (session.Samples == 0 && piece.StartsWith(headerOfWav))
            {
                throw new InputException(
                    "standard input",
                    $"this is a WAV file; {Expected}. 'spot detect FILE.wav' reads WAV files, and of any file this makes PCM: ffmpeg -i FILE -ac 1 -ar {FrontEnd.SampleRate} -f s16le - | spot listen");
            }

            session.Hear(piece);
        }

        if (session.Samples == 0 && !interrupted.IsCancellationRequested)
        {
            throw new InputException("standard input", $"it has ended before the first sample; {Expected}, for example: {Recorder}");
        }

        session.Finish();
        return ExitCodes.Good;
    }
}
