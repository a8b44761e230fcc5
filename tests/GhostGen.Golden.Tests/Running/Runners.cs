using GhostGen.Manifests;
using GhostGen.Reference;

namespace GhostGen.Golden.Tests.Running;

/// <summary>Makes new instances of a model in a given form.</summary>
internal static class Runners
{
    /// <summary>A factory for each model.</summary>
    public static IReadOnlyList<Func<IRunner>> For(RunningForm form, IReadOnlyList<ModelManifest> manifests) => form switch
    {
        RunningForm.DoubleReference => [.. manifests.Select(static manifest => (Func<IRunner>)(() => new DoubleRunner(new DoubleReferenceModel(manifest))))],
        _ => [.. manifests.Select(static manifest => (Func<IRunner>)(() => new SingleRunner(new ReferenceModel(manifest))))],
    };
}
