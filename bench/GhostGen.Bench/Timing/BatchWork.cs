using System.Runtime.CompilerServices;
using GhostGen.TestSupport;

namespace GhostGen.Bench.Timing;

/// <summary>A batch of <see cref="Streams"/> streams; a step of one stream is a step.</summary>
internal sealed class BatchWork : Work
{
    /// <summary>The streams of the batch: two tiles.</summary>
    public const int Streams = 16;

    private readonly IStreamingBatch batch;
    private readonly float[] inputs;
    private readonly float[] outputs;

    internal BatchWork(string name, IStreamingBatch batch)
        : base(name, Streams)
    {
        this.batch = batch;
        inputs = RandomModels.Inputs(Streams * batch.Info.InputSize);
        outputs = new float[Streams * batch.Info.OutputSize];
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Repeat(int steps)
    {
        for (int i = 0; i < steps; i += Streams)
        {
            batch.Step(inputs, outputs);
        }
    }
}
