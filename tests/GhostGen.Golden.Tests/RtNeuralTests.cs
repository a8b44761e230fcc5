using System.Globalization;
using GhostGen.Golden.Tests.Conversion;
using GhostGen.Golden.Tests.Running;
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
        IReadOnlyList<Func<IRunner>> models = Runners.For(form, [.. names.Select(static name => RtNeural.Read(RequiredData.Path("vectors", "rtneural", "models", name + ".json")))]);
        foreach ((string name, Func<IRunner> create) in names.Zip(models))
        {
            IRunner model = create();
            double[] outputs = [.. Values($"{name}_x_python.csv").SelectMany(value => model.Step([value]))];
            double largest = Tolerance.Check(outputs, Values($"{name}_y_python.csv"), Tolerance.OutsideVectors, $"{name}, {form}");
            output.WriteLine(FormattableString.Invariant($"{name}: {largest:0.0E+0}"));
        }
    }

    private static float[] Values(string file) =>
        [.. File.ReadLines(RequiredData.Path("vectors", "rtneural", "test_data", file)).Select(static line => float.Parse(line, CultureInfo.InvariantCulture))];
}
