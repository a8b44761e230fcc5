using GhostGen.Cli.Data;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Reference;

namespace GhostGen.Cli.Redundancy;

/// <summary>The products of the hidden units of a layer with each other, over all steps of some sequences: all that singular values and cosines need.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Products">The sums of products of two units over all steps, <c>hidden x hidden</c>, row-major: H'H of the matrix H of states.</param>
internal sealed record HiddenStates(LayerShape Layer, double[] Products)
{
    private const int ProgressParts = 50;

    /// <summary>Runs the single-precision reference and gathers the states of each recurrent layer.</summary>
    /// <param name="manifest">The model.</param>
    /// <param name="sequences">What to run over; the state is zero before each, or what the sequence says.</param>
    /// <param name="progress">Told now and then: a phase, how much of it is done, and how much there is.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static IReadOnlyList<HiddenStates> Of(ModelManifest manifest, IReadOnlyList<SampleSequence> sequences, Action<string, int, int> progress, CancellationToken cancellation)
    {
        var model = new ReferenceModel(manifest);
        HiddenStates[] all = [.. manifest.Shape.Layers.Where(static layer => layer.StateSize > 0).Select(static layer => new HiddenStates(layer, new double[layer.StateSize * layer.StateSize]))];
        int size = manifest.Shape.InputSize;
        var output = new float[manifest.Shape.OutputSize];
        int steps = sequences.Sum(sequence => sequence.Input.Length / size);
        int done = 0;
        foreach (SampleSequence sequence in sequences)
        {
            model.Reset();
            sequence.InitialState?.CopyTo(model.State);
            for (int start = 0; start < sequence.Input.Length; start += size, done++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (done % Math.Max(1, steps / ProgressParts) == 0)
                {
                    progress("running", done, steps);
                }

                model.Step(sequence.Input.AsSpan(start, size), output);
                ReadOnlySpan<float> state = model.State;
                foreach (HiddenStates layer in all)
                {
                    layer.Add(state[..layer.Layer.StateSize]);
                    state = state[layer.Layer.StateSize..];
                }
            }
        }

        progress("running", steps, steps);
        return all;
    }

    /// <summary>Only the half below the diagonal is summed up, and copied at the end by who reads it: <c>Products[i * n + j]</c> with j at most i.</summary>
    private void Add(ReadOnlySpan<float> state)
    {
        for (int i = 0; i < state.Length; i++)
        {
            double unit = state[i];
            Span<double> row = Products.AsSpan(i * state.Length, i + 1);
            for (int j = 0; j < row.Length; j++)
            {
                row[j] += unit * state[j];
            }
        }
    }
}
