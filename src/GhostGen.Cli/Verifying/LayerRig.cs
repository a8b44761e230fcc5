using GhostGen.Compiling;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Reference;

namespace GhostGen.Cli.Verifying;

/// <summary>
/// A generated class beside its references, step by step, and those of its layers that can be seen from outside: recurrent layers, whose outputs are
/// their states, and the last layer.
/// </summary>
internal sealed class LayerRig
{
    private readonly ReferenceModel reference;
    private readonly DoubleReferenceModel exact;
    private readonly IReadOnlyList<Probe> probes;
    private readonly float[] output;
    private readonly float[] expected;
    private readonly double[] frame;
    private readonly double[] outputOfExact;

    /// <summary>Puts a class beside its references.</summary>
    /// <param name="compiled">The class.</param>
    /// <param name="manifest">What it was compiled from.</param>
    /// <param name="layers">Which of its layers to look at, by position.</param>
    public LayerRig(CompiledModel compiled, ModelManifest manifest, IEnumerable<int> layers)
    {
        Generated = compiled.Create();
        reference = new(manifest, Generated.Info);
        exact = new(manifest);
        output = new float[Generated.Info.OutputSize];
        expected = new float[output.Length];
        outputOfExact = new double[output.Length];
        frame = new double[Generated.Info.InputSize];
        probes = [.. layers.Select(layer => new Probe(manifest.Shape, layer))];
    }

    /// <summary>The class.</summary>
    public IStreamingModel Generated { get; }

    /// <summary>What the last step wrote.</summary>
    public ReadOnlySpan<float> Output => output;

    /// <summary>The differences so far, and the positions of their layers.</summary>
    public IEnumerable<(int Position, LayerDifference Difference)> Results() => probes.Select(static probe => probe.Result());

    /// <summary>Starts a sequence.</summary>
    /// <param name="state">The state before it, of at least as many values as this model has; <see langword="null"/> for zeros.</param>
    public void Start(float[]? state)
    {
        Generated.Reset();
        reference.Reset();
        exact.Reset();
        if (state is not null)
        {
            int size = Generated.Info.StateSize;
            state.AsSpan(0, size).CopyTo(Generated.State);
            state.AsSpan(0, size).CopyTo(reference.State);
            for (int i = 0; i < size; i++)
            {
                exact.State[i] = state[i];
            }
        }
    }

    /// <summary>Does a step and compares.</summary>
    public void Step(ReadOnlySpan<float> input)
    {
        for (int i = 0; i < frame.Length; i++)
        {
            frame[i] = input[i];
        }

        Generated.Step(input, output);
        reference.Step(input, expected);
        exact.Step(frame, outputOfExact);
        foreach (Probe probe in probes)
        {
            probe.Compare(
                probe.Of<float>(Generated.State, output),
                probe.Of<float>(reference.State, expected),
                probe.Of<double>(exact.State, outputOfExact));
        }
    }

    /// <summary>Where a layer's output is seen.</summary>
    private sealed class Probe
    {
        private readonly DifferenceMeter single = new();
        private readonly DifferenceMeter twofold = new();
        private readonly LayerShape layer;
        private readonly int position;
        private readonly Range? inState;

        public Probe(ModelShape shape, int position)
        {
            layer = shape.Layers[position];
            this.position = position;
            int start = shape.Layers.Take(position).Sum(static before => before.StateSize);
            inState = layer.StateSize > 0 ? start..(start + layer.StateSize) : null;
        }

        public ReadOnlySpan<T> Of<T>(ReadOnlySpan<T> state, ReadOnlySpan<T> output) => inState is { } range ? state[range] : output;

        public void Compare(ReadOnlySpan<float> actual, ReadOnlySpan<float> reference, ReadOnlySpan<double> exact)
        {
            single.Add(actual, reference);
            twofold.Add(actual, exact);
        }

        public (int Position, LayerDifference Difference) Result() => (position, new(layer.Name, layer.Kind, single.Result(), twofold.Result()));
    }
}
