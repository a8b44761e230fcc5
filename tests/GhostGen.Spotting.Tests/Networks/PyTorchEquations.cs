using GhostGen.Importing.Arrays;

namespace GhostGen.Spotting.Tests.Networks;

/// <summary>PyTorch's <c>nn.GRU</c> of one or more layers, with <c>fc</c>, a relu and <c>fc2</c> behind its last state: <c>r, z = sigmoid(W_i x + b_i + W_h h + b_h)</c>,
/// <c>n = tanh(W_in x + b_in + r (W_hn h + b_hn))</c>, <c>h' = (1 - z) n + z h</c>.</summary>
internal sealed class PyTorchEquations(IReadOnlyList<NamedArray> arrays) : IFrameworkEquations
{
    // Its matrices have a row for each output; those of Rows a column.
    private readonly Dictionary<string, double[]> arrays = arrays.ToDictionary(static array => array.Name, static array =>
    {
        double[] values = Array.ConvertAll(array.Values, static value => (double)value);
        return array.Sizes.Count == 2 ? Rows.Transposed(values, array.Sizes[0]) : values;
    });

    /// <inheritdoc/>
    public double[][] LastOutputs(IReadOnlyList<float[]> clips)
    {
        int size = arrays["gru.weight_ih_l0"].Length / arrays["gru.bias_ih_l0"].Length;
        double[][][] sequence = [.. Enumerable.Range(0, clips[0].Length / size).Select(frame => Rows.Frame(clips, frame, size))];
        for (int layer = 0; arrays.ContainsKey($"gru.bias_ih_l{layer}"); layer++)
        {
            sequence = States(sequence, layer);
        }

        double[][] rectified = [.. Rows.Affine(sequence[^1], arrays["fc.weight"], arrays["fc.bias"]).Select(static row => Array.ConvertAll(row, static value => Math.Max(value, 0)))];
        return Rows.Affine(rectified, arrays["fc2.weight"], arrays["fc2.bias"]);
    }

    private double[][][] States(double[][][] sequence, int layer)
    {
        int hidden = arrays[$"gru.bias_hh_l{layer}"].Length / 3;
        double[][] state = Rows.Zeros(sequence[0].Length, hidden);
        var states = new double[sequence.Length][][];
        for (int frame = 0; frame < sequence.Length; frame++)
        {
            double[][] ofInput = Rows.Affine(sequence[frame], arrays[$"gru.weight_ih_l{layer}"], arrays[$"gru.bias_ih_l{layer}"]);
            double[][] ofState = Rows.Affine(state, arrays[$"gru.weight_hh_l{layer}"], arrays[$"gru.bias_hh_l{layer}"]);
            state = [.. state.Select((row, clip) => Next(row, ofInput[clip], ofState[clip]))];
            states[frame] = state;
        }

        return states;
    }

    private static double[] Next(double[] state, double[] ofInput, double[] ofState)
    {
        int hidden = state.Length;
        return
        [
            .. state.Select((value, i) =>
            {
                double reset = Rows.Sigmoid(ofInput[i] + ofState[i]);
                double update = Rows.Sigmoid(ofInput[hidden + i] + ofState[hidden + i]);
                double candidate = Math.Tanh(ofInput[(2 * hidden) + i] + (reset * ofState[(2 * hidden) + i]));
                return ((1 - update) * candidate) + (update * value);
            }),
        ];
    }
}
