using System.Runtime.CompilerServices;

namespace GhostGen.Measuring.Timing;

/// <summary>A model's <see cref="IStreamingModel.Run"/> over blocks of <see cref="BlockLength"/> steps.</summary>
internal sealed class RunWork : Work
{
    /// <summary>The steps of a block: what an audio callback commonly hands over.</summary>
    public const int BlockLength = 64;

    private readonly IStreamingModel model;
    private readonly float[] inputs;
    private readonly float[] outputs;

    /// <summary>Prepares the work.</summary>
    /// <param name="name">What it is called in tables and files.</param>
    /// <param name="model">What is stepped.</param>
    /// <param name="inputs">The input of the steps of a block, the same every time.</param>
    internal RunWork(string name, IStreamingModel model, float[] inputs)
        : base(name, BlockLength)
    {
        this.model = model;
        this.inputs = inputs;
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
