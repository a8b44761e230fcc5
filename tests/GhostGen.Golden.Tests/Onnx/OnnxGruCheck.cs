using GhostGen.Golden.Tests.Running;
using Xunit;

namespace GhostGen.Golden.Tests.Onnx;

/// <summary>Runs cases of the operator and holds the outputs against the expected ones.</summary>
internal static class OnnxGruCheck
{
    /// <summary>Fails at the first value that is not as expected; prints the largest distance of each case.</summary>
    public static void All(RunningForm form, IReadOnlyList<OnnxGruCase> cases, ITestOutputHelper output)
    {
        IReadOnlyList<Func<IRunner>> models = Runners.For(form, [.. cases.SelectMany(static item => item.Manifests())]);
        int first = 0;
        foreach (OnnxGruCase item in cases)
        {
            int directions = item.Manifests().Count;
            (double[] y, double[] last) = item.Run([.. models.Skip(first).Take(directions)]);
            first += directions;
            Assert.True(item.Y is not null || item.LastState is not null, $"{item.Name} expects nothing.");
            double largest = 0;
            if (item.Y is not null)
            {
                largest = Tolerance.Check(y, item.Y, Tolerance.OutsideVectors, $"{item.Name}, {form}, Y");
            }

            if (item.LastState is not null)
            {
                largest = Math.Max(largest, Tolerance.Check(last, item.LastState, Tolerance.OutsideVectors, $"{item.Name}, {form}, Y_h"));
            }

            output.WriteLine(FormattableString.Invariant($"{item.Name}: {largest:0.0E+0}"));
        }
    }
}
