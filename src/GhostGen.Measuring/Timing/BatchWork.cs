using System.Runtime.CompilerServices;

namespace GhostGen.Measuring.Timing;

/// <summary>A batch of <see cref="Streams"/> streams; a step of one stream is a step.</summary>
internal sealed class BatchWork : Work
{
    /// <summary>The streams of the batch: two tiles.</summary>
    public const int Streams = 16;

    private readonly IStreamingBatch batch;
    private readonly float[] inputs;
    private readonly float[] outputs;

    /// <summary>Prepares the work.</summary>
    /// <param name="name">What it is called in tables and files.</param>
    /// <param name="batch">What is stepped.</param>
    /// <param name="inputs">The input of a step of all streams, the same every time.</param>
    internal BatchWork(string name, IStreamingBatch batch, float[] inputs)
        : base(name, Streams)
    {
        this.batch = batch;
        this.inputs = inputs;
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
