using System.Text;
using GhostGen.Importing.Numpy;
using GhostGen.Importing.Tests.Support;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Importing.Tests.Hostile;

/// <summary>Whatever happens to a file of any format, it is read as a model or refused as a file; never anything else, and never with much memory.</summary>
public sealed class MutationTests
{
    private const int Mutations = 10_000;
    private const int TimeoutMilliseconds = 300_000;

    /// <summary>The most that reading a file of some kilobytes may allocate, whatever it declares.</summary>
    private const long MostBytes = 16 << 20;

    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", "(", ")", ":", ",", "\"", "'", "null", "true", "True", "0", "-1", "2", "1e999", "9223372036854775807", "18446744073709551616", "4294967296", "\"dtype\"", "\"shape\"", "\"data_offsets\"",
        "\"F16\"", "\"F64\"", "'<f2'", "'>f8'", "__metadata__", "ghostgen", "\"layers\"", "\"from\"", "\"gru\"", "\"weights\"", "\"arrays\"", "ACTIVATION_RELU", "weight_ih_l0", "\\u0000", "\\ud800", "\uFEFF", "\0", "\u00FF\u00FF\u00FF\u00FF", "NaN", "PK\u0001\u0002", "PK\u0005\u0006",
    ];

    [Theory(Timeout = TimeoutMilliseconds)]
    [InlineData("model.safetensors", 1)]
    [InlineData("model.npz", 2)]
    [InlineData("model.json", 3)]
    [InlineData("rnnoise.json", 4)]
    [InlineData("folder/weight.npy", 5)]
    [InlineData("described.layers.json", 6)]
    public async Task Mutated_files_are_refused_or_are_models(string file, int seed)
    {
        CancellationToken cancelled = TestContext.Current.CancellationToken;
        (int read, int refused) = await Task.Run(
            () =>
            {
                using var folder = new Folder();
                byte[] original = Original(folder, file);

                // A fixed seed, so that a failure is found again; Random's algorithm for a given seed does not change.
                var random = new Random(seed);
                int read = 0;
                for (int i = 0; i < Mutations; i++)
                {
                    cancelled.ThrowIfCancellationRequested();
                    byte[] mutated = i < original.Length ? original[..i] : Mutate(original, random);
                    read += IsRead(folder, file, mutated, i) ? 1 : 0;
                }

                return (read, Mutations - read);
            },
            cancelled);

        // Both outcomes have to occur, or the mutations test nothing.
        Assert.InRange(read, 1, Mutations);
        Assert.InRange(refused, Mutations / 10, Mutations);
    }

    private static bool IsRead(Folder folder, string file, byte[] bytes, int number)
    {
        string path = folder.Write(file, bytes);
        string model = file switch
        {
            "folder/weight.npy" => Path.GetDirectoryName(path)!,
            "described.layers.json" => folder.PathOf("described.npz"),
            _ => path,
        };
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            Folder.TextOf(ModelImport.Load(model));
            return true;
        }
        catch (Exception exception) when (exception is ImportException or ModelFileException)
        {
            Assert.DoesNotContain("\n", exception.Message, StringComparison.Ordinal);
            return false;
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"Mutation {number} made the reader throw; the file: {Convert.ToBase64String(bytes)}"), exception);
        }
        finally
        {
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        }
    }

    private static byte[] Original(Folder folder, string file)
    {
        ModelManifest manifest = RandomModels.Manifest(new("small", new([new GruShape("gru0", 2, 3), new DenseShape("dense1", 3, 2)])));
        switch (file)
        {
            case "rnnoise.json":
                return Encoding.UTF8.GetBytes("""{"layers":[["DenseLayer","a"," a_b, a_w, 2, 3, ACTIVATION_TANH "],["GRULayer","g","g_b, g_w, g_r, 3, 1, ACTIVATION_RELU"]],"arrays":{"a_w":[1,-2,3,4,5,6],"a_b":[7,8,9],"g_w":[1,2,3,4,5,6,7,8,-9],"g_r":[1,2,3],"g_b":[0,127,-128]}}""");
            case "folder/weight.npy":
                return Npy();
            case "described.layers.json":
                folder.Write("described.npz", [.. Tensors.Gru("rnn", 2, 3), .. Tensors.Linear("fc", 3, 2)]);
                return Encoding.UTF8.GetBytes("""{"name":"m","normalization":{"mean":[1,2],"scale":[3,4]},"layers":[{"from":"rnn","kind":"gru","name":"r","hidden":3,"reset":"after_product","activation":"tanh","input_range":2.5},{"from":"fc","kind":"dense","units":2,"activation":"softmax","bias":true}],"labels":["a","b"],"metadata":{"k":"v"}}""");
            default:
                ModelExport.Save(manifest, folder.PathOf(file));
                return File.ReadAllBytes(folder.PathOf(file));
        }
    }

    private static byte[] Npy()
    {
        using var stream = new MemoryStream();
        NpyWriter.Write(Tensors.Of("weight", 3, 2), stream);
        return stream.ToArray();
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        List<byte> bytes = [.. original];
        for (int count = random.Next(1, 4); count > 0 && bytes.Count > 0; count--)
        {
            int place = random.Next(bytes.Count);
            int length = Math.Min(random.Next(1, 30), bytes.Count - place);
            byte[] token = Encoding.Latin1.GetBytes(Tokens[random.Next(Tokens.Length)]);
            switch (random.Next(6))
            {
                case 0:
                    bytes[place] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[place] = (byte)(random.Next(2) == 0 ? 255 : random.Next(256));
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
                default:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(place, length));
                    break;
            }
        }

        return [.. bytes];
    }
}
