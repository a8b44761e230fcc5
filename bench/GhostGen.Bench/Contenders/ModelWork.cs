using GhostGen.Measuring.Timing;
using GhostGen.TestSupport;

namespace GhostGen.Bench.Contenders;

/// <summary>The works of a model, with inputs that are the same in every process.</summary>
internal static class ModelWork
{
    /// <summary>A step.</summary>
    public static StepWork Step(string name, IStreamingModel model) => new(name, model, RandomModels.Inputs(model.Info.InputSize));

    /// <summary>A block of a sequence.</summary>
    public static RunWork Run(string name, IStreamingModel model) => new(name, model, RandomModels.Inputs(RunWork.BlockLength * model.Info.InputSize));

    /// <summary>A step of a batch of <see cref="BatchWork.Streams"/> streams.</summary>
    public static BatchWork Batch(string name, IStreamingBatch batch) => new(name, batch, RandomModels.Inputs(BatchWork.Streams * batch.Info.InputSize));
}
