using GhostGen.Golden.Tests.Onnx;
using GhostGen.Golden.Tests.Running;
using Xunit;

namespace GhostGen.Golden.Tests;

/// <summary>The ONNX project's own tests of its GRU operator.</summary>
public sealed class OnnxNodeTests(ITestOutputHelper output)
{
    private static readonly string[] Names = ["test_gru_batchwise", "test_gru_defaults", "test_gru_seq_length", "test_gru_with_initial_bias"];

    [Theory]
    [EveryForm]
    public void The_operators_outputs_are_reproduced(RunningForm form)
    {
        string folder = RequiredData.Path("vectors", "onnx_node");
        Assert.Equal(Names, Directory.EnumerateDirectories(folder, "test_gru*").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        OnnxGruCheck.All(form, [.. Names.Select(name => OnnxNodeTest.ReadGru(Path.Combine(folder, name)))], output);
    }
}
