using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Reference;
using Xunit;

namespace GhostGen.Tests.Reference;

/// <summary>Models so small that each test writes its whole formula down.</summary>
public sealed class HandComputedTests
{
    private const double Tolerance = 1e-6;

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    [Fact]
    public void A_gru_of_one_unit_with_the_reset_gate_after_the_product()
    {
        var tensors = new Dictionary<string, float[]>
        {
            ["gru.weight_ih"] = [0.5f, -0.25f, 0.75f],
            ["gru.weight_hh"] = [-1.5f, 0.625f, 1.25f],
            ["gru.bias_ih"] = [0.125f, -0.375f, 0.0625f],
            ["gru.bias_hh"] = [0.25f, 0.5f, -0.875f],
        };

        double h = 0;
        var expected = new List<double>();
        foreach (double x in (double[])[1, -2, 0.5])
        {
            double r = Sigmoid((0.5 * x) + 0.125 + (-1.5 * h) + 0.25);
            double z = Sigmoid((-0.25 * x) - 0.375 + (0.625 * h) + 0.5);
            double c = Math.Tanh((0.75 * x) + 0.0625 + (r * ((1.25 * h) - 0.875)));
            h = ((1 - z) * c) + (z * h);
            expected.Add(h);
        }

        AssertAll(new GruShape("gru", 1, 1), tensors, [1, -2, 0.5f], expected);
    }

    [Fact]
    public void A_gru_of_one_unit_with_the_reset_gate_before_the_product_and_a_relu_candidate()
    {
        var tensors = new Dictionary<string, float[]>
        {
            ["gru.weight_ih"] = [0.5f, -0.25f, 0.75f],
            ["gru.weight_hh"] = [-1.5f, 0.625f, 1.25f],
            ["gru.bias_ih"] = [0.125f, -0.375f, 0.0625f],
        };

        double h = 0;
        var expected = new List<double>();
        foreach (double x in (double[])[1, -2, 0.5])
        {
            double r = Sigmoid((0.5 * x) + 0.125 + (-1.5 * h));
            double z = Sigmoid((-0.25 * x) - 0.375 + (0.625 * h));
            double c = Math.Max(0, (0.75 * x) + 0.0625 + (1.25 * (r * h)));
            h = ((1 - z) * c) + (z * h);
            expected.Add(h);
        }

        var shape = new GruShape("gru", 1, 1) { Reset = ResetForm.BeforeProduct, CandidateActivation = Activation.Relu };
        AssertAll(shape, tensors, [1, -2, 0.5f], expected);
    }

    [Theory]
    [InlineData(ResetForm.AfterProduct)]
    [InlineData(ResetForm.AfterWholeProduct)]
    [InlineData(ResetForm.BeforeProduct)]
    public void A_ghost_gru_of_one_intrinsic_state_and_one_ghost(ResetForm reset)
    {
        var tensors = new Dictionary<string, float[]>
        {
            ["ghost.weight_ih"] = [0.5f, -0.25f, 0.75f],
            ["ghost.weight_hh"] = [-1.5f, 0.375f, 0.625f, -0.5f, 1.25f, 2f],
            ["ghost.bias_ih"] = [0.125f, -0.375f, 0.0625f],
            ["ghost.weight_cheap"] = [-1.75f],
            ["ghost.bias_cheap"] = [0.3125f],
        };
        (double br, double bz, double bc, double bg) = (0, 0, 0, 0);
        if (reset != ResetForm.BeforeProduct)
        {
            tensors["ghost.bias_hh"] = [0.25f, 0.5f, -0.875f];
            (br, bz, bc) = (0.25, 0.5, -0.875);
        }

        if (reset == ResetForm.AfterProduct)
        {
            tensors["ghost.bias_gc"] = [0.4375f];
            bg = 0.4375;
        }

        double h = 0;
        double g = 0;
        var expected = new List<double>();
        foreach (double x in (double[])[1, -2, 0.5])
        {
            double r = Sigmoid((0.5 * x) + 0.125 + (-1.5 * h) + (0.375 * g) + br);
            double z = Sigmoid((-0.25 * x) - 0.375 + (0.625 * h) + (-0.5 * g) + bz);
            double outside = (0.75 * x) + 0.0625;
            double c = Math.Tanh(reset switch
            {
                ResetForm.AfterProduct => outside + (r * ((1.25 * h) + bc)) + (2 * g) + bg,
                ResetForm.AfterWholeProduct => outside + (r * ((1.25 * h) + (2 * g) + bc)),
                _ => outside + (1.25 * (r * h)) + (2 * g),
            });
            h = ((1 - z) * c) + (z * h);
            g = Math.Tanh((-1.75 * h) + 0.3125);
            expected.AddRange([h, g]);
        }

        AssertAll(new GhostGruShape("ghost", 1, 2) { Reset = reset }, tensors, [1, -2, 0.5f], expected);
    }

    [Theory]
    [InlineData(ResetForm.AfterProduct, true)]
    [InlineData(ResetForm.AfterProduct, false)]
    [InlineData(ResetForm.AfterWholeProduct, true)]
    [InlineData(ResetForm.AfterWholeProduct, false)]
    [InlineData(ResetForm.BeforeProduct, true)]
    [InlineData(ResetForm.BeforeProduct, false)]
    public void A_ghost_gru_of_one_intrinsic_state_and_two_linear_ghosts_whose_bias_counts_from_the_second_step_on(ResetForm reset, bool bias)
    {
        var tensors = new Dictionary<string, float[]>
        {
            ["ghost.weight_ih"] = [0.5f, -0.25f, 0.75f],
            ["ghost.weight_hh"] = [-1.5f, 0.375f, -0.75f, 0.625f, -0.5f, 0.25f, 1.25f, 2f, -0.125f],
            ["ghost.bias_ih"] = [0.125f, -0.375f, 0.0625f],
            ["ghost.weight_cheap"] = [-1.75f, 0.5f],
        };
        (double b0, double b1) = bias ? (0.875, -0.625) : (0, 0);
        if (bias)
        {
            tensors["ghost.bias_cheap"] = [0.875f, -0.625f];
        }

        (double br, double bz, double bc, double bg) = (0, 0, 0, 0);
        if (reset != ResetForm.BeforeProduct)
        {
            tensors["ghost.bias_hh"] = [0.25f, 0.5f, -0.875f];
            (br, bz, bc) = (0.25, 0.5, -0.875);
        }

        if (reset == ResetForm.AfterProduct)
        {
            tensors["ghost.bias_gc"] = [0.4375f];
            bg = 0.4375;
        }

        (double h, double g0, double g1) = (0, 0, 0);
        var expected = new List<double>();
        foreach (double x in (double[])[1, -2, 0.5])
        {
            double r = Sigmoid((0.5 * x) + 0.125 + (-1.5 * h) + (0.375 * g0) - (0.75 * g1) + br);
            double z = Sigmoid((-0.25 * x) - 0.375 + (0.625 * h) + (-0.5 * g0) + (0.25 * g1) + bz);
            double outside = (0.75 * x) + 0.0625;
            double ghosts = (2 * g0) - (0.125 * g1);
            double c = Math.Tanh(reset switch
            {
                ResetForm.AfterProduct => outside + (r * ((1.25 * h) + bc)) + ghosts + bg,
                ResetForm.AfterWholeProduct => outside + (r * ((1.25 * h) + ghosts + bc)),
                _ => outside + (1.25 * (r * h)) + ghosts,
            });
            h = ((1 - z) * c) + (z * h);
            (g0, g1) = ((-1.75 * h) + b0, (0.5 * h) + b1);
            expected.AddRange([h, g0, g1]);
        }

        var shape = new GhostGruShape("ghost", 1, 3) { Ratio = 3, Reset = reset, CheapActivation = Activation.None, CheapBias = bias };
        AssertAll(shape, tensors, [1, -2, 0.5f], expected);
    }

    [Fact]
    public void A_diagonal_cheap_map_starts_again_at_the_first_state_and_a_grouped_one_sees_its_group()
    {
        // All gates are sigmoid(0) = 1/2 and all candidates tanh(bias), so h = tanh(bias) / 2.
        double[] h = [Math.Tanh(1) / 2, Math.Tanh(-2) / 2];
        var tensors = new Dictionary<string, float[]>
        {
            ["ghost.weight_ih"] = new float[6],
            ["ghost.weight_hh"] = new float[36],
            ["ghost.bias_ih"] = [0, 0, 0, 0, 1, -2],
            ["ghost.bias_hh"] = new float[6],
            ["ghost.bias_gc"] = new float[2],
            ["ghost.weight_cheap"] = [2, 3, 5, 7],
            ["ghost.bias_cheap"] = [0.5f, 0.25f, 0, -1],
        };
        var shape = new GhostGruShape("ghost", 1, 6) { Ratio = 3, Cheap = CheapMap.Diagonal, CheapActivation = Activation.None };
        AssertAll(shape, tensors, [4], [h[0], h[1], (2 * h[0]) + 0.5, (3 * h[1]) + 0.25, 5 * h[0], (7 * h[1]) - 1]);

        shape = shape with { Cheap = CheapMap.Grouped, Groups = 2 };
        AssertAll(shape, tensors, [4], [h[0], h[1], (2 * h[0]) + 0.5, (3 * h[0]) + 0.25, 5 * h[1], (7 * h[1]) - 1]);
    }

    [Fact]
    public void A_dense_layer_multiplies_rows_and_its_softmax_sums_to_one()
    {
        var tensors = new Dictionary<string, float[]>
        {
            ["dense.weight"] = [1, 2, 3, -1, 0.5f, 0],
            ["dense.bias"] = [0.25f, -0.5f],
        };
        double first = 1 + (2 * -2) + (3 * 3) + 0.25;
        double second = -1 + (0.5 * -2) - 0.5;
        AssertAll(new DenseShape("dense", 3, 2), tensors, [1, -2, 3], [first, second]);

        double sum = Math.Exp(first) + Math.Exp(second);
        var softmax = new DenseShape("dense", 3, 2) { Activation = Activation.Softmax };
        AssertAll(softmax, tensors, [1, -2, 3], [Math.Exp(first) / sum, Math.Exp(second) / sum]);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_mean_is_subtracted_from_the_input_and_the_difference_is_scaled(bool hasMean, bool hasScale)
    {
        double[] x = [1, -2, 3];
        double[] mean = hasMean ? [0.75, -3, 8] : [0, 0, 0];
        double[] scale = hasScale ? [4, -0.5, 0] : [1, 1, 1];
        double[] n = [.. x.Select((value, i) => (value - mean[i]) * scale[i])];
        var normalization = new InputNormalization(hasMean ? new(mean) : null, hasScale ? new(scale) : null);

        var tensors = new Dictionary<string, float[]>
        {
            ["dense.weight"] = [1, 2, 3, -1, 0.5f, 0],
            ["dense.bias"] = [0.25f, -0.5f],
        };
        List<double> sums = [n[0] + (2 * n[1]) + (3 * n[2]), -n[0] + (0.5 * n[1])];
        AssertAll(new DenseShape("dense", 3, 2), tensors, [1, -2, 3], [sums[0] + 0.25, sums[1] - 0.5], normalization);
        tensors.Remove("dense.bias");
        AssertAll(new DenseShape("dense", 3, 2) { Bias = false }, tensors, [1, -2, 3], sums, normalization);

        tensors = new()
        {
            ["gru.weight_ih"] = [0.5f, -0.25f, 0.75f, 0.25f, 0.5f, -0.5f, -0.5f, 0.125f, 0.25f],
            ["gru.weight_hh"] = [-1.5f, 0.625f, 1.25f],
            ["gru.bias_ih"] = [0.125f, -0.375f, 0.0625f],
            ["gru.bias_hh"] = [0.25f, 0.5f, -0.875f],
        };
        double r = Sigmoid((0.5 * n[0]) - (0.25 * n[1]) + (0.75 * n[2]) + 0.375);
        double z = Sigmoid((0.25 * n[0]) + (0.5 * n[1]) - (0.5 * n[2]) + 0.125);
        double c = Math.Tanh((-0.5 * n[0]) + (0.125 * n[1]) + (0.25 * n[2]) + 0.0625 - (0.875 * r));
        AssertAll(new GruShape("gru", 3, 1), tensors, [1, -2, 3], [(1 - z) * c], normalization);
    }

    private static void AssertAll(LayerShape layer, Dictionary<string, float[]> tensors, float[] inputs, List<double> expected, InputNormalization? normalization = null)
    {
        var manifest = new ModelManifest(new ModelShape("tiny", new([layer])), tensors, normalization: normalization);
        foreach (string runtime in Models.Runtimes)
        {
            float[] actual = Models.Run(Models.Create(runtime, manifest), inputs);
            Assert.Equal(expected.Count, actual.Length);
            for (int i = 0; i < actual.Length; i++)
            {
                Assert.Equal(expected[i], actual[i], Tolerance);
            }
        }

        var exact = new double[expected.Count];
        new DoubleReferenceModel(manifest).Run(Array.ConvertAll(inputs, static value => (double)value), exact);
        for (int i = 0; i < exact.Length; i++)
        {
            Assert.Equal(expected[i], exact[i], 1e-14);
        }
    }
}
