using System.Text;
using GhostGen.Manifests;
using Xunit;

namespace GhostGen.Tests.Manifests;

/// <summary>Whatever happens to a file, it is read as a model that can be written and read again, or refused; never anything else, and never slowly.</summary>
public sealed class MutationTests
{
    private const int Mutations = 20_000;
    private const int TimeoutMilliseconds = 120_000;

    private static readonly byte[] Original = Encoding.UTF8.GetBytes(SmallModel.Text);

    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ":", ",", "\"", "null", "true", "false", "0", "-1", "2", "1e999", "2147483648", "\"\"", "\"name\"", "\"format\"", "\"layers\"", "\"tensors\"",
        "\"kind\"", "\"hidden\"", "\"data\"", "\"shape\"", "\"F32\"", "\"gru\"", "\"dense\"", "\"softmax\"", "\"diagonal\"", "\"grouped\"", "=", "\\u0000", "\\ud800", "\uFEFF", "\0", "/*", "NaN",
    ];

    [Fact(Timeout = TimeoutMilliseconds)]
    public async Task Mutated_files_are_refused_or_are_models_that_round_trip()
    {
        CancellationToken cancelled = TestContext.Current.CancellationToken;
        (int read, int refused) = await Task.Run(
            () =>
            {
                // A fixed seed, so that a failure is found again; Random's algorithm for a given seed does not change.
                var random = new Random(20260101);
                int read = 0;
                for (int i = 0; i < Mutations; i++)
                {
                    cancelled.ThrowIfCancellationRequested();
                    read += IsRead(Mutate(random), i) ? 1 : 0;
                }

                return (read, Mutations - read);
            },
            cancelled);

        // Both outcomes have to occur, or the mutations test nothing. Many are read: a changed character of base64 is another weight.
        Assert.InRange(read, Mutations / 100, Mutations);
        Assert.InRange(refused, Mutations / 4, Mutations);
    }

    [Fact(Timeout = TimeoutMilliseconds)]
    public async Task Every_truncation_is_refused_as_such()
    {
        CancellationToken cancelled = TestContext.Current.CancellationToken;
        int document = SmallModel.Text.LastIndexOf('}') + 1;
        await Task.Run(
            () =>
            {
                for (int length = 0; length < document; length++)
                {
                    cancelled.ThrowIfCancellationRequested();
                    ModelFileException exception = Assert.Throws<ModelFileException>(() => ManifestReader.Read(Original.AsSpan(0, length), "x"));
                    Assert.Equal(ModelDefect.Truncated, exception.Defect);
                }
            },
            cancelled);
    }

    [Fact(Timeout = TimeoutMilliseconds)]
    public async Task Every_single_flipped_bit_is_refused_or_is_a_model_that_round_trips()
    {
        CancellationToken cancelled = TestContext.Current.CancellationToken;
        await Task.Run(
            () =>
            {
                byte[] bytes = [.. Original];
                for (int bit = 0; bit < 8 * bytes.Length; bit++)
                {
                    cancelled.ThrowIfCancellationRequested();
                    bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                    IsRead(bytes, bit);
                    bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                }
            },
            cancelled);
    }

    private static bool IsRead(byte[] bytes, int number)
    {
        ModelManifest manifest;
        try
        {
            manifest = ManifestReader.Read(bytes, "mutated");
        }
        catch (ModelFileException exception)
        {
            AssertPlace(exception, bytes);
            return false;
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"Mutation {number} made the reader throw; the text: {Convert.ToBase64String(bytes)}"), exception);
        }

        SmallModel.AssertSame(manifest, ManifestReader.Read(SmallModel.Write(manifest), "again"));
        return true;
    }

    private static void AssertPlace(ModelFileException exception, byte[] bytes)
    {
        Assert.InRange(exception.Line, 1, bytes.Length + 1);
        Assert.InRange(exception.Column, 1, bytes.Length + 1);
        Assert.NotEmpty(exception.Reason);
    }

    private static byte[] Mutate(Random random)
    {
        List<byte> bytes = [.. Original];
        for (int count = random.Next(1, 4); count > 0; count--)
        {
            int place = random.Next(bytes.Count);
            int length = Math.Min(random.Next(1, 30), bytes.Count - place);
            byte[] token = Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]);
            switch (random.Next(8))
            {
                case 0:
                    bytes[place] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[place] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(place, length);
                    break;
                case 3:
                    bytes.InsertRange(place, token);
                    break;
                case 4:
                    bytes.RemoveRange(place, length);
                    bytes.InsertRange(place, token);
                    break;
                case 5:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(place, length));
                    break;
                case 6 when random.Next(4) == 0:
                    bytes.RemoveRange(place, bytes.Count - place);
                    break;
                default:
                    SwapTokens(bytes, random);
                    break;
            }

            if (bytes.Count == 0)
            {
                break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Exchanges two words of the file: names, numbers, options, data.</summary>
    private static void SwapTokens(List<byte> bytes, Random random)
    {
        (int firstStart, int firstEnd) = Word(bytes, random.Next(bytes.Count));
        (int secondStart, int secondEnd) = Word(bytes, random.Next(bytes.Count));
        if (firstStart > secondStart)
        {
            (firstStart, firstEnd, secondStart, secondEnd) = (secondStart, secondEnd, firstStart, firstEnd);
        }

        if (firstEnd > secondStart)
        {
            return;
        }

        List<byte> first = bytes.GetRange(firstStart, firstEnd - firstStart);
        List<byte> second = bytes.GetRange(secondStart, secondEnd - secondStart);
        bytes.RemoveRange(secondStart, second.Count);
        bytes.InsertRange(secondStart, first);
        bytes.RemoveRange(firstStart, first.Count);
        bytes.InsertRange(firstStart, second);
    }

    private static (int Start, int End) Word(List<byte> bytes, int place)
    {
        int start = place;
        int end = place;
        for (; start > 0 && IsWord(bytes[start - 1]); start--)
        {
        }

        for (; end < bytes.Count && IsWord(bytes[end]); end++)
        {
        }

        return (start, end);

        static bool IsWord(byte character) => char.IsAsciiLetterOrDigit((char)character) || character is (byte)'_' or (byte)'.' or (byte)'/' or (byte)'+' or (byte)'=' or (byte)'-';
    }
}
