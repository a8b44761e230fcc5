using System.Globalization;
using GhostGen.Golden.Tests.Running;
using GhostGen.Importing;
using GhostGen.Manifests;
using Xunit;

namespace GhostGen.Golden.Tests;

/// <summary>Networks and outputs of Keras as RTNeural tests itself with them.</summary>
public sealed class RtNeuralTests(ITestOutputHelper output)
{
    [Theory]
    [EveryForm]
    public void The_outputs_of_Keras_are_reproduced(RunningForm form)
    {
        string[] names = ["gru", "gru_1d"];
        IReadOnlyList<Func<IRunner>> models = Runners.For(form, [.. names.Select(static name => Model(name))]);
        foreach ((string name, Func<IRunner> create) in names.Zip(models))
        {
            IRunner model = create();
            double[] outputs = [.. Values($"{name}_x_python.csv").SelectMany(value => model.Step([value]))];
            double largest = Tolerance.Check(outputs, Values($"{name}_y_python.csv"), Tolerance.OutsideVectors, $"{name}, {form}");
            output.WriteLine(FormattableString.Invariant($"{name}: {largest:0.0E+0}"));
        }
    }

    [Theory]
    [InlineData("dense", "layer 5 ('activation')", "'elu'")]
    [InlineData("lstm_1d", "layer 0 ('lstm')", "not supported")]
    public void What_no_model_can_compute_is_refused_by_its_layer(string name, string place, string reason)
    {
        ImportException exception = Assert.Throws<ImportException>(() => Model(name));
        Assert.Equal(place, exception.Place);
        Assert.Contains(reason, exception.Reason, StringComparison.Ordinal);
    }

    private static ModelManifest Model(string name) => ModelImport.Load(RequiredData.Path("vectors", "rtneural", "models", name + ".json"));

    private static float[] Values(string file) =>
        [.. File.ReadLines(RequiredData.Path("vectors", "rtneural", "test_data", file)).Select(static line => float.Parse(line, CultureInfo.InvariantCulture))];
}
