using GhostGen.Bench.Models;
using GhostGen.Compiling;
using GhostGen.Kernels;
using GhostGen.Manifests;
using GhostGen.Measuring.Timing;
using GhostGen.TestSupport;

namespace GhostGen.Bench.Sparse;

/// <summary>A pruned model, twice with the same weights: compiled in, so that blocks of zeros are left out, and loaded, so that they are not.</summary>
/// <param name="Shape">The model whose weights are loaded.</param>
/// <param name="Block">The rows and columns of a block of weights.</param>
/// <param name="Zeros">The share of the blocks that are zero.</param>
internal sealed record SparseCase(BenchModel Shape, int Block, double Zeros)
{
    private const int CheckedSteps = 64;

    /// <summary>All cases: 70 % is what pruning commonly reaches without a loss; the others show where it begins to matter, and what there is to gain.</summary>
    public static IReadOnlyList<SparseCase> All { get; } =
    [
        Of("gru 384x384", 16, 0.3),
        Of("gru 384x384", 16, 0.5),
        Of("gru 384x384", 16, 0.7),
        Of("gru 384x384", 16, 0.9),
        Of("gru 384x384", 8, 0.7),
        Of("ghost_gru 384x384", 16, 0.7),
        Of("gru 128x128", 16, 0.7),
        Of("gru 64x64", 16, 0.7),
        Of("gru 24x48", 16, 0.7),
    ];

    /// <summary>Compiles the model, loads its twin, and runs both over the same inputs.</summary>
    /// <exception cref="InvalidOperationException">They differ in a bit.</exception>
    public SparseTwins Create()
    {
        ModelManifest manifest = PrunedModels.Blocks(Shape.Manifest(), Block, Block, Zeros);
        CompiledModel compiled = CompiledModel.Compile(manifest);
        PackedWeights weights = Shape.Load(manifest);
        var twins = new SparseTwins(compiled.Create(), Shape.Create(weights), compiled.CreateBatch(BatchWork.Streams), Shape.CreateBatch(weights, BatchWork.Streams));
        RequireEqual(twins.Sparse, twins.Dense);
        return twins;
    }

    private static SparseCase Of(string title, int block, double zeros) => new(BenchModels.All.Single(model => model.Title == title), block, zeros);

    private void RequireEqual(IStreamingModel sparse, IStreamingModel dense)
    {
        float[] inputs = RandomModels.Inputs(CheckedSteps * sparse.Info.InputSize);
        var expected = new float[CheckedSteps * sparse.Info.OutputSize];
        var actual = new float[expected.Length];
        dense.Run(inputs, expected);
        sparse.Run(inputs, actual);
        for (int i = 0; i < expected.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(expected[i]) != BitConverter.SingleToInt32Bits(actual[i]))
            {
                throw new InvalidOperationException(FormattableString.Invariant(
                    $"{Shape.Title}, {Zeros:P0} of blocks of {Block} x {Block} zero: output {i} of {CheckedSteps} steps is {actual[i]:R} without the blocks and {expected[i]:R} with them. A wrong result is not timed."));
            }
        }

        sparse.Reset();
        dense.Reset();
    }
}
