using MathNet.Numerics.LinearAlgebra;

namespace GhostGen.Cli.Redundancy;

/// <summary>How much of a layer's state is redundant.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Hidden">Its hidden units.</param>
/// <param name="SingularValues">The singular values of the matrix of states, a row a step and a column a unit, largest first.</param>
/// <param name="ValuesForEnergy">How many of them hold 99 % of the energy, which is the sum of their squares.</param>
/// <param name="SimilarPairs">Of all pairs of units, the share whose cosine similarity is above 0.95 without its sign.</param>
/// <param name="MedianNearest">Of each unit the largest similarity with another one, without its sign; of those the middle one.</param>
/// <param name="SilentUnits">The units that said nothing in any step, and have no cosine.</param>
/// <param name="Similarities">Pairs of units by their cosine similarity, in <see cref="Bins"/> equal parts from -1 to 1.</param>
internal sealed record LayerRedundancy(
    string Layer,
    string Kind,
    int Hidden,
    IReadOnlyList<double> SingularValues,
    int ValuesForEnergy,
    double SimilarPairs,
    double MedianNearest,
    int SilentUnits,
    IReadOnlyList<int> Similarities)
{
    /// <summary>The parts of the histogram.</summary>
    public const int Bins = 40;

    /// <summary>The energy that has to be held.</summary>
    public const double Energy = 0.99;

    /// <summary>The similarity from which on two units are nearly the same.</summary>
    public const double Similar = 0.95;

    /// <summary>A unit this far below the loudest one says nothing: sums of recurrent layers start at 2^-50 at least, so that none is exactly zero.</summary>
    private const double Silence = 1e-9;

    /// <summary>The largest ratio that is suggested: beyond it few states are left to derive the others from, whatever a spectrum says.</summary>
    private const double LargestRatio = 4;

    /// <summary>
    /// The ratio that the spectrum suggests: hidden units over the singular values that hold the energy, down to the next half, 1 to 4.
    /// The paper (arXiv 2411.14489) found that half of the values hold 99 % and used 2. It is where to begin training, not a promise.
    /// </summary>
    public double SuggestedRatio => Math.Clamp(Math.Floor(2.0 * Hidden / ValuesForEnergy) / 2, 1, LargestRatio);

    /// <summary>Finds out.</summary>
    public static LayerRedundancy Of(HiddenStates states)
    {
        int size = states.Layer.StateSize;
        double[] values = SingularValuesOf(states.Products, size);
        double all = values.Sum(static value => value * value);
        double held = 0;
        int count = 0;
        while (count < size && (held < Energy * all || count == 0))
        {
            held += values[count] * values[count];
            count++;
        }

        return WithSimilarities(states, new(states.Layer.Name, states.Layer.Kind, size, values, count, 0, 0, 0, []));
    }

    /// <summary>The roots of the eigenvalues of H'H.</summary>
    private static double[] SingularValuesOf(double[] products, int size)
    {
        Matrix<double> matrix = Matrix<double>.Build.Dense(size, size, (row, column) => products[(Math.Max(row, column) * size) + Math.Min(row, column)]);
        return [.. matrix.Evd(Symmetricity.Symmetric).EigenValues.Select(static value => Math.Sqrt(Math.Max(0, value.Real))).OrderDescending()];
    }

    private static LayerRedundancy WithSimilarities(HiddenStates states, LayerRedundancy result)
    {
        int size = result.Hidden;
        double[] lengths = [.. Enumerable.Range(0, size).Select(i => Math.Sqrt(states.Products[(i * size) + i]))];
        double silence = Silence * lengths.Max();
        var histogram = new int[Bins];
        var nearest = new double[size];
        long pairs = 0;
        long similar = 0;
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (lengths[i] <= silence || lengths[j] <= silence)
                {
                    continue;
                }

                double cosine = states.Products[(i * size) + j] / (lengths[i] * lengths[j]);
                double strength = Math.Abs(cosine);
                pairs++;
                similar += strength > Similar ? 1 : 0;
                histogram[Math.Clamp((int)((cosine + 1) / 2 * Bins), 0, Bins - 1)]++;
                nearest[i] = Math.Max(nearest[i], strength);
                nearest[j] = Math.Max(nearest[j], strength);
            }
        }

        double[] heard = [.. nearest.Where((_, i) => lengths[i] > silence).Order()];
        return result with
        {
            SimilarPairs = pairs == 0 ? 0 : (double)similar / pairs,
            MedianNearest = heard.Length == 0 ? 0 : Math.Min(1, heard[heard.Length / 2]),
            SilentUnits = size - heard.Length,
            Similarities = histogram,
        };
    }
}
