using GhostGen.Bench.Precisions;
using GhostGen.Manifests;
using GhostGen.Measuring.Timing;

namespace GhostGen.Bench.Contenders;

/// <summary>A model of less than single precision that has passed its check, and may be timed.</summary>
/// <param name="Model">The model.</param>
/// <param name="LargestError">The largest absolute difference of an output from the double reference, which has the file's weights and not the rounded ones.</param>
/// <param name="Works">What is timed: steps, and sequences where caches stay warm.</param>
internal sealed record PrecisionContender(PrecisionModel Model, double LargestError, IReadOnlyList<Work> Works)
{
    /// <summary>Packs weights for a model and checks it.</summary>
    /// <exception cref="InvalidOperationException">It is further from the double reference than its precision explains.</exception>
    public static PrecisionContender Create(PrecisionModel model, ModelManifest manifest, ContenderCheck check, bool hot)
    {
        string step = ContenderNames.PrecisionStep(model.Precision);
        IStreamingModel instance = model.Create(model.Load(manifest));
        double error = check.RequireError(step, instance, PrecisionBound.Of(model.Precision));
        List<Work> works = [ModelWork.Step(step, instance)];
        if (hot)
        {
            works.Add(ModelWork.Run(ContenderNames.PrecisionRun(model.Precision), instance));
        }

        return new(model, error, works);
    }
}
