using System.Globalization;
using GhostGen.Modeling;

namespace GhostGen.TestSupport;

/// <summary>
/// The shapes that every proof of agreement runs over: each layer kind with each of its variants, sizes around every vector width,
/// primes, and sizes of networks that people run.
/// </summary>
public static class ModelTable
{
    /// <summary>All shapes. Names are unique and made of lower-case letters, digits and underscores.</summary>
    public static IReadOnlyList<ModelShape> Shapes { get; } = [.. PlainShapes(), .. GhostShapes(), .. CheapShapes(), .. LinearShapes(), .. DenseShapes(), .. Stacks(), .. NormalizedShapes()];

    /// <summary>The shape of the given name.</summary>
    public static ModelShape Shape(string name) => Shapes.Single(shape => shape.Name == name);

    private static IEnumerable<ModelShape> PlainShapes()
    {
        (int Input, int Hidden)[] sizes =
        [
            (1, 1), (1, 8), (1, 40), (2, 3), (3, 2), (5, 7), (7, 5), (8, 8), (10, 154), (13, 15), (15, 13), (16, 16), (17, 31), (31, 17),
            (33, 47), (40, 128), (47, 33), (48, 64), (64, 48), (97, 127), (127, 97), (154, 257), (257, 1), (400, 400),
        ];
        foreach ((int input, int hidden) in sizes)
        {
            yield return Gru(input, hidden, ResetForm.AfterProduct, Activation.Tanh);
        }

        yield return Gru(15, 17, ResetForm.AfterProduct, Activation.Relu);
        yield return Gru(1, 1, ResetForm.BeforeProduct, Activation.Tanh);
        yield return Gru(5, 97, ResetForm.BeforeProduct, Activation.Tanh);
        yield return Gru(16, 33, ResetForm.BeforeProduct, Activation.Tanh);
        yield return Gru(154, 127, ResetForm.BeforeProduct, Activation.Tanh);
        yield return Gru(24, 24, ResetForm.BeforeProduct, Activation.Relu);
        yield return Gru(90, 48, ResetForm.BeforeProduct, Activation.Relu);
    }

    private static IEnumerable<ModelShape> GhostShapes()
    {
        foreach (ResetForm reset in Enum.GetValues<ResetForm>())
        {
            foreach (double ratio in (double[])[1, 1.5, 2, 3, 4, 7.3])
            {
                yield return Ghost(13, 47, ratio, reset);
            }

            yield return Ghost(1, 1, 2, reset);
            yield return Ghost(1, 2, 2, reset);
            yield return Ghost(10, 154, 2, reset);
            yield return Ghost(64, 127, 3, reset);
        }

        yield return Ghost(3, 7, 2);
        yield return Ghost(8, 16, 2);
        yield return Ghost(16, 31, 2);
        yield return Ghost(33, 64, 4);
        yield return Ghost(40, 128, 2);
        yield return Ghost(97, 48, 1.5);
        yield return Ghost(257, 13, 4);
        yield return Ghost(2, 257, 7.3);
        yield return Ghost(17, 400, 2);
    }

    private static IEnumerable<ModelShape> CheapShapes()
    {
        foreach (Activation activation in (Activation[])[Activation.None, Activation.Relu, Activation.Sigmoid, Activation.Tanh])
        {
            foreach (bool bias in (bool[])[true, false])
            {
                yield return Cheap(7, 33, 2, CheapMap.Dense, 1, activation, bias);
                yield return Cheap(7, 48, 2, CheapMap.Grouped, 3, activation, bias);
                yield return Cheap(7, 33, 3, CheapMap.Diagonal, 1, activation, bias);
            }
        }

        yield return Cheap(5, 16, 2, CheapMap.Grouped, 1, Activation.Tanh, true);
        yield return Cheap(5, 48, 3, CheapMap.Grouped, 8, Activation.Tanh, true);
        yield return Cheap(5, 64, 4, CheapMap.Grouped, 16, Activation.Tanh, true);
        yield return Cheap(10, 154, 2, CheapMap.Grouped, 7, Activation.Tanh, true);
        yield return Cheap(10, 400, 2, CheapMap.Grouped, 2, Activation.Tanh, true);
        yield return Cheap(1, 2, 2, CheapMap.Diagonal, 1, Activation.Tanh, true);
        yield return Cheap(3, 47, 1.5, CheapMap.Diagonal, 1, Activation.Tanh, true);
        yield return Cheap(15, 97, 7.3, CheapMap.Diagonal, 1, Activation.Tanh, true);
        yield return Cheap(10, 154, 2, CheapMap.Diagonal, 1, Activation.Tanh, true);
        yield return Cheap(31, 127, 4, CheapMap.Diagonal, 1, Activation.Tanh, true, ResetForm.BeforeProduct);
        yield return Cheap(17, 48, 2, CheapMap.Grouped, 4, Activation.Relu, false, ResetForm.AfterWholeProduct);
    }

    /// <summary>Linear ghosts, which are folded into the recurrent weights: each cheap map with each reset form; sizes; and some that folding would not help.</summary>
    private static IEnumerable<ModelShape> LinearShapes()
    {
        foreach (ResetForm reset in (ResetForm[])[ResetForm.AfterWholeProduct, ResetForm.BeforeProduct])
        {
            foreach (bool bias in (bool[])[true, false])
            {
                yield return Cheap(7, 33, 2, CheapMap.Dense, 1, Activation.None, bias, reset);
                yield return Cheap(7, 48, 2, CheapMap.Grouped, 3, Activation.None, bias, reset);
                yield return Cheap(7, 33, 3, CheapMap.Diagonal, 1, Activation.None, bias, reset);
            }
        }

        foreach (ResetForm reset in Enum.GetValues<ResetForm>())
        {
            yield return Cheap(1, 3, 3, CheapMap.Dense, 1, Activation.None, true, reset);
            yield return Cheap(10, 154, 2, CheapMap.Dense, 1, Activation.None, true, reset);
            yield return Cheap(13, 47, 1.2, CheapMap.Dense, 1, Activation.None, true, reset);
            yield return Cheap(31, 127, 7.3, CheapMap.Diagonal, 1, Activation.None, true, reset);
        }

        yield return Cheap(1, 2, 2, CheapMap.Dense, 1, Activation.None, false);
        yield return Cheap(5, 400, 2, CheapMap.Grouped, 8, Activation.None, true);
        yield return Cheap(40, 128, 4, CheapMap.Dense, 1, Activation.None, false);
        yield return Stack(
            "stack_of_linear_ghosts_normalized",
            new GhostGruShape("first", 7, 47) { Ratio = 3, CheapActivation = Activation.None, Reset = ResetForm.BeforeProduct },
            new GhostGruShape("second", 47, 31) { Ratio = 1.5, CheapActivation = Activation.None, Cheap = CheapMap.Diagonal },
            new GhostGruShape("third", 31, 16) { CheapActivation = Activation.None, Reset = ResetForm.AfterWholeProduct, Cheap = CheapMap.Grouped, Groups = 4 },
            new DenseShape("head", 16, 2));
    }

    private static IEnumerable<ModelShape> DenseShapes()
    {
        foreach (Activation activation in Enum.GetValues<Activation>())
        {
            yield return Dense(1, 1, activation, true);
            yield return Dense(13, 31, activation, true);
            yield return Dense(64, 17, activation, false);
        }

        yield return Dense(2, 16, Activation.None, true);
        yield return Dense(3, 5, Activation.None, true);
        yield return Dense(154, 12, Activation.Softmax, true);
        yield return Dense(257, 400, Activation.Relu, true);
        yield return Dense(400, 257, Activation.Sigmoid, true);
        yield return Dense(127, 1, Activation.Tanh, true);
        yield return Dense(1, 97, Activation.Tanh, true);
    }

    private static IEnumerable<ModelShape> Stacks()
    {
        yield return Stack("stack_of_ones", new DenseShape("d0", 1, 1), new GruShape("g1", 1, 1), new GhostGruShape("g2", 1, 1), new DenseShape("d3", 1, 1));
        yield return Stack("stack_keyword_spotter", new GhostGruShape("ghost", 10, 154), new DenseShape("head", 154, 12) { Activation = Activation.Softmax });
        yield return Stack("stack_small_amp", new GruShape("gru", 1, 8), new DenseShape("head", 8, 1));

        // The first layer's last vector has lanes beyond its state, where the state of the second begins.
        yield return Stack("stack_small_first", new GruShape("first", 3, 13) { CandidateActivation = Activation.Relu }, new GhostGruShape("second", 13, 10), new DenseShape("head", 10, 3) { Activation = Activation.Softmax });
        yield return Stack("stack_guitar_amp", new GruShape("gru", 1, 40), new DenseShape("head", 40, 1));
        yield return Stack(
            "stack_all_kinds",
            new DenseShape("front", 13, 31) { Activation = Activation.Relu },
            new GruShape("gru", 31, 17),
            new GhostGruShape("ghost", 17, 33),
            new DenseShape("head", 33, 12) { Activation = Activation.Softmax });
        yield return Stack(
            "stack_noise_suppressor",
            new DenseShape("front", 42, 24) { Activation = Activation.Tanh },
            new GruShape("voice", 24, 24) { Reset = ResetForm.BeforeProduct, CandidateActivation = Activation.Relu },
            new GruShape("noise", 24, 48) { Reset = ResetForm.BeforeProduct, CandidateActivation = Activation.Relu },
            new DenseShape("gains", 48, 22) { Activation = Activation.Sigmoid });
        yield return Stack(
            "stack_of_ghosts",
            new GhostGruShape("first", 7, 47) { Ratio = 3, Reset = ResetForm.BeforeProduct },
            new GhostGruShape("second", 47, 31) { Ratio = 1.5, Cheap = CheapMap.Diagonal },
            new GhostGruShape("third", 31, 16) { Reset = ResetForm.AfterWholeProduct, Cheap = CheapMap.Grouped, Groups = 4 });
        yield return Stack("stack_of_grus", new GruShape("first", 5, 64), new GruShape("second", 64, 3), new GruShape("third", 3, 15));
        yield return Stack("stack_of_dense", new DenseShape("first", 33, 97) { Activation = Activation.Relu }, new DenseShape("second", 97, 8) { Bias = false });

        // Inputs lie within 2: some are beyond the first range. Only the second layer's is behind softmax.
        yield return Stack(
            "stack_with_ranges_of_inputs",
            new DenseShape("first", 17, 7) { Activation = Activation.Softmax, InputRange = 1.75f },
            new GhostGruShape("second", 7, 31) { CheapActivation = Activation.Relu, InputRange = 0.3f },
            new GruShape("third", 31, 13) { Reset = ResetForm.BeforeProduct, CandidateActivation = Activation.Relu, InputRange = 0.7f },
            new DenseShape("head", 13, 3) { InputRange = 1 });
        yield return Stack("stack_softmax_inside", new DenseShape("first", 8, 7) { Activation = Activation.Softmax }, new GruShape("second", 7, 13));
    }

    /// <summary>Each kind of layer as the first of a model whose input has a mean and a scale: see <see cref="RandomModels"/>.</summary>
    private static IEnumerable<ModelShape> NormalizedShapes()
    {
        yield return Stack("gru_13_to_17_normalized", new GruShape("gru", 13, 17));
        yield return Stack("gru_13_to_17_centred", new GruShape("gru", 13, 17));
        yield return Stack("gru_13_to_17_scaled", new GruShape("gru", 13, 17));
        yield return Stack("gru_1_to_40_normalized", new GruShape("gru", 1, 40));
        yield return Stack("gru_24_to_31_before_product_normalized", new GruShape("gru", 24, 31) { Reset = ResetForm.BeforeProduct });
        yield return Stack("ghost_40_to_64_normalized", new GhostGruShape("ghost", 40, 64));
        yield return Stack("dense_257_to_12_normalized", new DenseShape("dense", 257, 12));
        yield return Stack("dense_13_to_31_unbiased_normalized", new DenseShape("dense", 13, 31) { Bias = false });
        yield return Stack(
            "stack_keyword_spotter_normalized",
            new DenseShape("front", 10, 24) { Bias = false, Activation = Activation.Relu },
            new GhostGruShape("ghost", 24, 48),
            new DenseShape("head", 48, 12) { Activation = Activation.Softmax });
    }

    private static ModelShape Gru(int input, int hidden, ResetForm reset, Activation candidate)
    {
        string variant = (reset == ResetForm.AfterProduct ? "" : Word(reset)) + (candidate == Activation.Tanh ? "" : Word(candidate));
        return Stack(Name($"gru_{input}_to_{hidden}{variant}"), new GruShape("gru", input, hidden) { Reset = reset, CandidateActivation = candidate });
    }

    private static ModelShape Ghost(int input, int hidden, double ratio, ResetForm reset = ResetForm.AfterProduct) => Stack(
        Name($"ghost_{input}_to_{hidden}_ratio_{Ratio(ratio)}{Word(reset)}"),
        new GhostGruShape("ghost", input, hidden) { Ratio = ratio, Reset = reset });

    private static ModelShape Cheap(
        int input, int hidden, double ratio, CheapMap map, int groups, Activation activation, bool bias, ResetForm reset = ResetForm.AfterProduct) => Stack(
        Name($"ghost_{input}_to_{hidden}_ratio_{Ratio(ratio)}{Word(reset)}_cheap{Word(map)}_{groups}{Word(activation)}{(bias ? "" : "_unbiased")}"),
        new GhostGruShape("ghost", input, hidden)
        {
            Ratio = ratio,
            Reset = reset,
            Cheap = map,
            Groups = groups,
            CheapActivation = activation,
            CheapBias = bias,
        });

    private static ModelShape Dense(int input, int units, Activation activation, bool bias) => Stack(
        Name($"dense_{input}_to_{units}{Word(activation)}{(bias ? "" : "_unbiased")}"),
        new DenseShape("dense", input, units) { Activation = activation, Bias = bias });

    private static ModelShape Stack(string name, params LayerShape[] layers) => new(name, new(layers));

    private static string Name(FormattableString name) => FormattableString.Invariant(name);

    private static string Ratio(double ratio) => ratio.ToString(CultureInfo.InvariantCulture).Replace('.', '_');

    private static string Word<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select(static c => char.IsUpper(c) ? $"_{char.ToLowerInvariant(c)}" : c.ToString()));
}
