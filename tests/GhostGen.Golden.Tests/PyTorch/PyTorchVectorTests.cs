using System.Text;
using GhostGen.Golden.Tests.Running;
using GhostGen.Importing;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Golden.Tests.PyTorch;

/// <summary>Every variant of the GhostGRU, and stacks with plain GRUs and dense layers, as PyTorch computes them in double precision, rounded to singles.</summary>
public sealed class PyTorchVectorTests(ITestOutputHelper output)
{
    [Theory]
    [EveryForm]
    public void The_outputs_of_PyTorch_are_reproduced(RunningForm form)
    {
        IReadOnlyList<PyTorchCase> cases = PyTorchCase.All;
        IReadOnlyList<Func<IRunner>> models = Runners.For(form, [.. cases.Select(static item => item.Load())]);
        foreach ((PyTorchCase item, Func<IRunner> create) in cases.Zip(models))
        {
            output.WriteLine(FormattableString.Invariant($"{item.Name}: {item.Check(create, form):0.0E+0}"));
        }
    }

    [Fact]
    public void Each_reset_form_is_there_with_each_cheap_map()
    {
        IEnumerable<GhostGruShape> ghosts = PyTorchCase.All.SelectMany(static item => item.Load().Shape.Layers).OfType<GhostGruShape>().Where(static layer => layer.Ghosts > 0);
        IEnumerable<(ResetForm, CheapMap)> all = Enum.GetValues<ResetForm>().SelectMany(static _ => Enum.GetValues<CheapMap>(), static (reset, cheap) => (reset, cheap));
        Assert.Equal(all.Order(), ghosts.Select(static layer => (layer.Reset, layer.Cheap)).Distinct().Order());
    }

    [Fact]
    public void Model_files_out_of_Python_are_those_that_are_saved_here()
    {
        foreach (PyTorchCase item in PyTorchCase.All)
        {
            using var saved = new MemoryStream();
            ModelFile.Save(item.Load(), saved);
            Assert.Equal(File.ReadAllText(item.ModelPath), Encoding.UTF8.GetString(saved.ToArray()));
        }
    }

    [Fact]
    public void State_dictionaries_with_a_description_are_the_same_models()
    {
        foreach (PyTorchCase item in PyTorchCase.All)
        {
            using var saved = new MemoryStream();
            ModelFile.Save(ModelImport.Load(item.SafetensorsPath), saved);
            Assert.Equal(File.ReadAllText(item.ModelPath), Encoding.UTF8.GetString(saved.ToArray()));
        }
    }
}
