using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using StreamServer;

const int DefaultStreams = 4096;
const double FrameSeconds = 0.04;

int streams = DefaultStreams;
if (args.Length > 1 || (args.Length == 1 && (!int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out streams) || streams is < 1 or > 1_000_000)))
{
    Console.Error.WriteLine($"Usage: StreamServer [STREAMS]; the number of streams is from 1 to 1000000, and {DefaultStreams} where it is left out.");
    return 2;
}

var server = new SpotterServer(streams);
var random = new Random(1);
for (int stream = 0; stream < server.Streams; stream++)
{
    foreach (ref float value in server.Frame(stream))
    {
        value = random.NextSingle();
    }
}

AnsiConsole.WriteLine($"{KeywordSpotter.Info.Name}: {server.Streams:N0} streams in batches of {SpotterServer.StreamsPerBatch}, one frame each every {FrameSeconds * 1000:0} ms");
var table = new Table().RoundedBorder().AddColumn("way").AddColumn(new TableColumn("frames a second").RightAligned()).AddColumn(new TableColumn("streams in real time").RightAligned());
double one = 0;
one = Measure("instances, 1 core", Instances(server.Streams));
Measure("batches, 1 core", () => server.Step(1));
Measure($"batches, {Environment.ProcessorCount} cores", () => server.Step(Environment.ProcessorCount));
AnsiConsole.Write(table);

// Batches and instances have the same bits.
var alone = new KeywordSpotter();
var expected = new float[KeywordSpotter.OutputSize];
int last = server.Streams - 1;
server.Restart(last);
server.Step(Environment.ProcessorCount);
alone.Step(server.Frame(last), expected);
bool same = expected.AsSpan().SequenceEqual(server.Probabilities(last));
AnsiConsole.WriteLine(same ? "The last stream has the bits of an instance of its own." : "The last stream differs from an instance of its own!");
return same ? 0 : 1;

Action Instances(int count)
{
    KeywordSpotter[] spotters = [.. Enumerable.Range(0, count).Select(static _ => new KeywordSpotter())];
    var probabilities = new float[KeywordSpotter.OutputSize];
    return () =>
    {
        for (int stream = 0; stream < spotters.Length; stream++)
        {
            spotters[stream].Step(server.Frame(stream), probabilities);
        }
    };
}

double Measure(string way, Action step)
{
    step();
    double best = double.PositiveInfinity;
    long start = Stopwatch.GetTimestamp();
    while (Stopwatch.GetElapsedTime(start).TotalSeconds < 1)
    {
        long before = Stopwatch.GetTimestamp();
        step();
        best = Math.Min(best, Stopwatch.GetElapsedTime(before).TotalSeconds);
    }

    double framesPerSecond = server.Streams / best;
    string ratio = one == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({framesPerSecond / one:0.0} times)");
    table.AddRow(way, string.Create(CultureInfo.InvariantCulture, $"{framesPerSecond:N0}{ratio}"), string.Create(CultureInfo.InvariantCulture, $"{framesPerSecond * FrameSeconds:N0}"));
    return framesPerSecond;
}
