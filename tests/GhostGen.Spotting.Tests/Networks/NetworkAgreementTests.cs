using System.Runtime.InteropServices;
using GhostGen.Manifests;
using GhostGen.Reference;
using Xunit;

namespace GhostGen.Spotting.Tests.Networks;

/// <summary>Other people's networks, compiled, over every clip of the test set: the references' bits, and the decisions of the frameworks that trained them.</summary>
public sealed class NetworkAgreementTests(ITestOutputHelper output)
{
    /// <summary>The reference adds one product after the other. So much is some seconds' work; of larger networks it runs every second clip, or every third, and so on.</summary>
    private const double ReferenceProducts = 5e9;

    /// <summary>How far an output may lie from double precision on any machine: nearly five times what was measured. Logits reach 18.</summary>
    private const double OutputError = 1e-4;

    /// <summary>Enough clips for each weight to be read from near memory, few enough for all cores to have some.</summary>
    private const int ClipsAtOnce = 16;

    public static TheoryData<string> Networks => [.. SpottingNetwork.All.Select(static network => network.Name)];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Compiled_networks_have_the_bits_of_the_references(string name)
    {
        SpottingNetwork network = SpottingNetwork.Of(name);
        float[][] clips = network.FrontEnd.Features;
        float[][] last = CompiledOutputs.Of(network);
        ModelManifest manifest = network.Manifest;
        (int inputSize, int outputSize) = (manifest.Shape.InputSize, manifest.Shape.OutputSize);
        int stride = (int)Math.Ceiling((double)clips.Length * (clips[0].Length / inputSize) * manifest.Shape.MultiplyAdds / ReferenceProducts);
        Parallel.For(0, clips.Length, () => (Compiled: network.Compiled.Create(), Generic: new GenericModel(manifest), Reference: new ReferenceModel(manifest)), (clip, _, models) =>
        {
            float[] outputs = Run(models.Compiled, clips[clip], outputSize);
            SameBits(outputs.AsSpan(outputs.Length - outputSize), last[clip], $"{name}, clip {clip}, Run and Step");
            SameBits(Run(models.Generic, clips[clip], outputSize), outputs, $"{name}, clip {clip}, GenericModel and the compiled one");
            if (clip % stride == 0)
            {
                SameBits(Run(models.Reference, clips[clip], outputSize), outputs, $"{name}, clip {clip}, ReferenceModel and the compiled one");
                SameBits(models.Reference.State, models.Compiled.State, $"{name}, clip {clip}, states of ReferenceModel and the compiled one");
            }

            return models;
        }, static _ => { });
        output.WriteLine(FormattableString.Invariant($"{name}: the generic model's bits in {clips.Length:N0} clips, the reference's in {(clips.Length + stride - 1) / stride:N0}"));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Compiled_networks_decide_on_every_clip_as_the_equations_of_their_framework_do(string name)
    {
        SpottingNetwork network = SpottingNetwork.Of(name);
        float[][] clips = network.FrontEnd.Features;
        float[][] actual = CompiledOutputs.Of(network);
        IFrameworkEquations equations = network.Equations;
        var expected = new double[clips.Length][];
        Parallel.ForEach(Enumerable.Range(0, clips.Length).Chunk(ClipsAtOnce), chunk =>
            equations.LastOutputs([.. chunk.Select(clip => clips[clip])]).CopyTo(expected, chunk[0]));

        double error = 0;
        double margin = double.MaxValue;
        for (int clip = 0; clip < clips.Length; clip++)
        {
            Assert.Equal(CompiledOutputs.LargestOf(expected[clip]), CompiledOutputs.LargestOf(actual[clip]));
            error = Math.Max(error, expected[clip].Zip(actual[clip], static (e, a) => Math.Abs(e - a)).Max());
            double[] ordered = [.. expected[clip].Order()];
            margin = Math.Min(margin, ordered[^1] - ordered[^2]);
        }

        Assert.InRange(error, double.Epsilon, OutputError);
        output.WriteLine(FormattableString.Invariant($"{name}: outputs off by at most {error:0.0E+0}; the largest is ahead by {margin:0.0E+0} at least"));
    }

    private static float[] Run(IStreamingModel model, float[] inputs, int outputSize)
    {
        var outputs = new float[inputs.Length / model.Info.InputSize * outputSize];
        model.Reset();
        model.Run(inputs, outputs);
        return outputs;
    }

    private static void SameBits(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, string what) =>
        Assert.True(MemoryMarshal.Cast<float, int>(expected).SequenceEqual(MemoryMarshal.Cast<float, int>(actual)), what);
}
