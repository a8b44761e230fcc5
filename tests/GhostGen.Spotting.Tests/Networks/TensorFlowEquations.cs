using GhostGen.Importing.Arrays;

namespace GhostGen.Spotting.Tests.Networks;

/// <summary>TensorFlow 1's <c>GRUCell</c>, which Hello Edge's networks are, with a linear layer behind its last state: <c>[r, u] = sigmoid([x, h] W_g + b_g)</c>,
/// <c>c = tanh([x, r h] W_c + b_c)</c>, <c>h' = u h + (1 - u) c</c>.</summary>
internal sealed class TensorFlowEquations(IReadOnlyList<NamedArray> arrays) : IFrameworkEquations
{
    private readonly Dictionary<string, double[]> arrays = arrays.ToDictionary(static array => array.Name, static array => Array.ConvertAll(array.Values, static value => (double)value));

    /// <inheritdoc/>
    public double[][] LastOutputs(IReadOnlyList<float[]> clips)
    {
        int hidden = arrays["candidate_bias"].Length;
        int size = (arrays["candidate_kernel"].Length / hidden) - hidden;
        double[][] state = Rows.Zeros(clips.Count, hidden);
        for (int frame = 0; frame * size < clips[0].Length; frame++)
        {
            double[][] input = Rows.Frame(clips, frame, size);
            double[][] gates = [.. Rows.Affine(Rows.Beside(input, state), arrays["gates_kernel"], arrays["gates_bias"]).Select(static row => Array.ConvertAll(row, Rows.Sigmoid))];
            double[][] kept = [.. state.Zip(gates, static (h, g) => h.Select((value, i) => g[i] * value).ToArray())];
            double[][] candidates = [.. Rows.Affine(Rows.Beside(input, kept), arrays["candidate_kernel"], arrays["candidate_bias"]).Select(static row => Array.ConvertAll(row, Math.Tanh))];
            for (int clip = 0; clip < state.Length; clip++)
            {
                for (int i = 0; i < hidden; i++)
                {
                    double update = gates[clip][hidden + i];
                    state[clip][i] = (update * state[clip][i]) + ((1 - update) * candidates[clip][i]);
                }
            }
        }

        return Rows.Affine(state, arrays["W_o"], arrays["b_o"]);
    }
}
