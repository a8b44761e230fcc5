using GhostGen.Compiling;
using GhostGen.Manifests;
using GhostGen.Reference;
using GhostGen.TestSupport;

namespace GhostGen.Golden.Tests.Running;

/// <summary>Makes new instances of a model in a given form.</summary>
internal static class Runners
{
    /// <summary>A factory for each model; those of the generated form are compiled together, since starting the compiler costs more than a small model.</summary>
    public static IReadOnlyList<Func<IRunner>> For(RunningForm form, IReadOnlyList<ModelManifest> manifests) => form switch
    {
        RunningForm.DoubleReference => [.. manifests.Select(static manifest => (Func<IRunner>)(() => new DoubleRunner(new DoubleReferenceModel(manifest))))],
        RunningForm.Reference => [.. manifests.Select(static manifest => (Func<IRunner>)(() => new SingleRunner(new ReferenceModel(manifest))))],
        _ => [.. CompiledModel.CompileAll(manifests.Select(ModelCase.Of)).Select(static model => (Func<IRunner>)(() => new SingleRunner(model.Create())))],
    };
}
