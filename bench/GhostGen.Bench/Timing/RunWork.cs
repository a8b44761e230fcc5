using System.Runtime.CompilerServices;
using GhostGen.TestSupport;

namespace GhostGen.Bench.Timing;

/// <summary>A model's <see cref="IStreamingModel.Run"/> over blocks of <see cref="BlockLength"/> steps.</summary>
internal sealed class RunWork : Work
{
    /// <summary>The steps of a block: what an audio callback commonly hands over.</summary>
    public const int BlockLength = 64;

    private readonly IStreamingModel model;
    private readonly float[] inputs;
    private readonly float[] outputs;

    internal RunWork(string name, IStreamingModel model)
        : base(name, BlockLength)
    {
        this.model = model;
        inputs = RandomModels.Inputs(BlockLength * model.Info.InputSize);
        outputs = new float[BlockLength * model.Info.OutputSize];
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Repeat(int steps)
    {
        for (int i = 0; i < steps; i += BlockLength)
        {
            model.Run(inputs, outputs);
        }
    }
}
