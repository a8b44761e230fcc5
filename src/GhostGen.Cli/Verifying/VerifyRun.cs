using GhostGen.Cli.Data;
using GhostGen.Compiling;
using GhostGen.Kernels;
using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Cli.Verifying;

/// <summary>Compiles a model and runs it beside the references.</summary>
/// <param name="model">The model as it is to be compiled.</param>
/// <param name="progress">Told now and then: a phase, how much of it is done, and how much there is.</param>
/// <param name="cancellation">Ends the work.</param>
internal sealed class VerifyRun(ModelCase model, Action<string, int, int> progress, CancellationToken cancellation)
{
    private const int ProgressParts = 50;

    /// <summary>Does it.</summary>
    /// <param name="file">The model's file.</param>
    /// <param name="sequences">What to run over; with outputs where <paramref name="vectors"/> has them.</param>
    /// <param name="seed">What the input was made from, if it was.</param>
    /// <param name="vectors">The file that the sequences are from, or <see langword="null"/>.</param>
    /// <param name="tolerance">What an output may be off from a given one.</param>
    public VerifyResult Measure(string file, IReadOnlyList<SampleSequence> sequences, int? seed, string? vectors, double tolerance)
    {
        (CompiledModel compiled, LayerRig[] rigs) = Compile();
        var given = new VectorsMeter(tolerance);
        int size = model.Manifest.Shape.InputSize;
        int all = sequences.Sum(sequence => sequence.Input.Length / size);
        int done = 0;
        for (int i = 0; i < sequences.Count; i++)
        {
            SampleSequence sequence = sequences[i];
            Array.ForEach(rigs, rig => rig.Start(sequence.InitialState));
            for (int step = 0; step < sequence.Input.Length / size; step++, done++)
            {
                cancellation.ThrowIfCancellationRequested();
                Report(done, all);
                ReadOnlySpan<float> frame = sequence.Input.AsSpan(step * size, size);
                foreach (LayerRig rig in rigs)
                {
                    rig.Step(frame);
                }

                if (sequence.Output is { } expected)
                {
                    int outputs = rigs[0].Output.Length;
                    given.Add(i, step, rigs[0].Output, expected.AsSpan(step * outputs, outputs));
                }
            }
        }

        Report(all, all);
        return new(
            file,
            model.Manifest.Shape.Name,
            model.Precision,
            model.Accuracy,
            FormattableString.Invariant($"vectors of {KernelWidth.Current.Bits} bits, multiply-adds {(Scalar.IsFused ? "fused" : "not fused")}"),
            sequences.Count,
            all,
            seed,
            [.. rigs.SelectMany(static rig => rig.Results()).OrderBy(static layer => layer.Position).Select(static layer => layer.Difference)],
            FormCheck.RunHasTheBitsOfSteps(compiled, sequences[0].Input),
            FormCheck.BatchHasTheBitsOfSteps(compiled, sequences[0].Input),
            vectors is null ? null : given.Result(vectors));
    }

    private void Report(int done, int all)
    {
        if (done == all || done % Math.Max(1, all / ProgressParts) == 0)
        {
            progress("running", done, all);
        }
    }

    /// <summary>The model, and for each dense layer before the last one, whose outputs no caller sees, a model that ends with it.</summary>
    private (CompiledModel Compiled, LayerRig[] Rigs) Compile()
    {
        progress("compiling", 0, 1);
        ModelShape shape = model.Manifest.Shape;
        int last = shape.Layers.Count - 1;
        int[] hidden = [.. Enumerable.Range(0, last).Where(i => shape.Layers[i].StateSize == 0)];
        ModelCase[] cases = [model, .. hidden.Select(layer => model with { Manifest = Beginning(layer + 1) })];
        IReadOnlyList<CompiledModel> compiled = CompiledModel.CompileAll(cases, cancellation);
        progress("compiling", 1, 1);
        return (compiled[0],
        [
            new(compiled[0], model.Manifest, Enumerable.Range(0, last + 1).Except(hidden)),
            .. hidden.Select((layer, i) => new LayerRig(compiled[i + 1], cases[i + 1].Manifest, [layer])),
        ]);
    }

    private ModelManifest Beginning(int count)
    {
        LayerShape[] layers = [.. model.Manifest.Shape.Layers.Take(count)];
        var tensors = new Dictionary<string, float[]>(StringComparer.Ordinal);
        foreach (LayerShape layer in layers)
        {
            foreach (TensorShape tensor in layer.Tensors)
            {
                tensors.Add(ModelManifest.FullName(layer, tensor.Name), model.Manifest.Tensor(layer, tensor.Name));
            }
        }

        return new(model.Manifest.Shape with { Layers = new(layers) }, tensors, normalization: model.Manifest.Normalization);
    }
}
