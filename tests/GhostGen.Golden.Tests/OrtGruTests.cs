using GhostGen.Golden.Tests.Onnx;
using GhostGen.Golden.Tests.Running;
using GhostGen.Importing;
using GhostGen.Importing.Arrays;
using GhostGen.Importing.Onnx;
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

    [Fact]
    public void Directions_that_no_stream_has_are_refused_with_the_node_and_the_reason()
    {
        OnnxGruCase[] others = [.. OrtGruCases.Read(RequiredData.Path("vectors", "ort_gru", "ort_gru_tests.json")).Where(static item => item.Activations is null && item.Case.Direction != "forward").Select(static item => item.Case)];
        Assert.Equal(10, others.Length);
        foreach (OnnxGruCase item in others)
        {
            ImportException exception = Assert.Throws<ImportException>(() => OnnxImport.Of(item.Graph(), "x.onnx", new(), new Dictionary<string, NamedArray>()));
            Assert.Equal($"node '{item.Name}' (GRU)", exception.Place);
            Assert.Contains($"'{item.Direction}'", exception.Reason, StringComparison.Ordinal);
        }
    }
}
