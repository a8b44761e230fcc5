using GhostGen.Golden.Tests.Onnx;
using GhostGen.Golden.Tests.Running;
using Xunit;

namespace GhostGen.Golden.Tests;

/// <summary>ONNX Runtime's tests of its GRU: both reset conventions, batches, initial states, sequences of different and of no length, saturated gates.</summary>
public sealed class OrtGruTests(ITestOutputHelper output)
{
    [Theory]
    [EveryForm]
    public void The_outputs_of_ONNX_Runtime_are_reproduced(RunningForm form)
    {
        IReadOnlyList<(OnnxGruCase Case, string? Activations)> all = OrtGruCases.Read(RequiredData.Path("vectors", "ort_gru", "ort_gru_tests.json"));

        // Not applicable: gates of tanh and a candidate of sigmoid, which no layer here has. Backward and bidirectional cases do apply: a
        // direction is a layer of its own, and the backward one is fed from the end.
        Assert.Equal(["TestGRUOpForwardActivation"], all.Where(static item => item.Activations is not null).Select(static item => item.Case.Name));
        OnnxGruCase[] applicable = [.. all.Where(static item => item.Activations is null).Select(static item => item.Case)];
        Assert.Equal(14, applicable.Count(static item => item.Direction == "forward"));
        Assert.Equal(4, applicable.Count(static item => item.Direction == "reverse"));
        Assert.Equal(6, applicable.Count(static item => item.Direction == "bidirectional"));
        OnnxGruCheck.All(form, applicable, output);
    }
}
