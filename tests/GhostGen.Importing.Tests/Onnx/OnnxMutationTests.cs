using GhostGen.Manifests;
using Xunit;

namespace GhostGen.Importing.Tests.Onnx;

/// <summary>Whatever happens to a file, it is read as a model or refused as one; never anything else, and with bounded memory.</summary>
public sealed class OnnxMutationTests(ITestOutputHelper output)
{
    private const int Mutations = 12_000;
    private const int TimeoutMilliseconds = 120_000;

    /// <summary>The most bytes that reading one of these files, all below 20,000 bytes, may allocate; the largest that occurs is printed.</summary>
    private const long MostAllocated = 8L << 20;

    [Fact(Timeout = TimeoutMilliseconds)]
    public Task Files_with_changed_bytes_are_refused_or_are_models() => MutateAsync(20260107, ByteMutation.Of, TestContext.Current.CancellationToken);

    [Fact(Timeout = TimeoutMilliseconds)]
    public Task Graphs_with_changed_nodes_are_refused_or_are_models() => MutateAsync(20260108, GraphMutation.Of, TestContext.Current.CancellationToken);

    [Fact(Timeout = TimeoutMilliseconds)]
    public Task Every_truncation_of_a_file_is_refused()
    {
        CancellationToken cancelled = TestContext.Current.CancellationToken;
        byte[] original = SampleModels.All()[^1];
        return Task.Run(
            () =>
            {
                for (int length = 0; length < original.Length; length++)
                {
                    cancelled.ThrowIfCancellationRequested();
                    byte[] truncated = original[..length];

                    // The metadata and the version of the operators follow the graph. Without the one there is a model, and without the other none.
                    Assert.IsType<ImportException>(Record.Exception(() => SampleModels.Import(truncated)));
                }
            },
            cancelled);
    }

    private Task MutateAsync(int seed, Func<byte[], Random, byte[]> mutate, CancellationToken cancelled)
    {
        IReadOnlyList<byte[]> originals = SampleModels.All();
        return Task.Run(
            () =>
            {
                // A fixed seed, so that a failure is found again; Random's algorithm for a given seed does not change.
                var random = new Random(seed);
                int read = 0;
                long largest = 0;
                for (int i = 0; i < Mutations; i++)
                {
                    cancelled.ThrowIfCancellationRequested();
                    byte[] mutated = mutate(originals[i % originals.Count], random);
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    read += IsRead(mutated, i) ? 1 : 0;
                    largest = Math.Max(largest, GC.GetAllocatedBytesForCurrentThread() - before);
                }

                output.WriteLine(FormattableString.Invariant($"{read} of {Mutations} read; at most {largest} bytes allocated"));
                Assert.InRange(largest, 0, MostAllocated);

                // Both outcomes have to occur, or the mutations test nothing: a changed bit of a weight is another weight.
                Assert.InRange(read, Mutations / 20, Mutations * 19 / 20);
            },
            cancelled);
    }

    private static bool IsRead(byte[] file, int number)
    {
        try
        {
            ModelManifest manifest = SampleModels.Import(file);
            Assert.NotEmpty(manifest.Shape.Layers);
            return true;
        }
        catch (ImportException exception)
        {
            Assert.False(string.IsNullOrWhiteSpace(exception.Reason));
            return false;
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"Mutation {number} was neither read nor refused."), exception);
        }
    }
}
