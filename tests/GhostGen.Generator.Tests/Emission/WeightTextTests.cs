using GhostGen.Generator.Parsing;
using GhostGen.Generator.Planning;
using GhostGen.Generator.Tests.Support;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Generator.Tests.Emission;

/// <summary>Weights arrive in the program with the bits they had in the file, as numbers and as text.</summary>
public sealed class WeightTextTests
{
    /// <summary>Characters that end lines, strings or escapes, halves of surrogate pairs, and those that are no characters at all.</summary>
    private static readonly int[] Units =
    [
        0x0000, 0x0007, 0x0009, 0x000A, 0x000D, 0x001F, 0x0020, 0x0022, 0x0027, 0x0030, 0x005C, 0x0061, 0x0075, 0x007B, 0x007D, 0x007E, 0x007F, 0x0080, 0x0085, 0x00AD,
        0x200B, 0x2028, 0x2029, 0x202E, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xE000, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF,
    ];

    [Fact]
    public void Every_pair_of_units_survives_the_text()
    {
        int[] bits = [.. Units.SelectMany(static low => Units, static (low, high) => low | (high << 16)).Where(IsFinite)];
        AssertSameBits(Models.Shape("a", new DenseShape("dense", 64, 64) { Bias = false }), LiteralForm.Text, i => BitConverter.Int32BitsToSingle(bits[i % bits.Length]));
    }

    [Fact]
    public void Every_high_unit_survives_the_text()
    {
        int[] bits = [.. Enumerable.Range(0, 1 << 16).Select(static unit => (unit << 16) | (unit ^ 0x5555)).Where(IsFinite)];
        AssertSameBits(Models.Shape("a", new DenseShape("dense", 256, 256) { Bias = false }), LiteralForm.Text, i => BitConverter.Int32BitsToSingle(bits[i % bits.Length]));
    }

    [Fact]
    public void Numbers_read_back_as_the_same_bits()
    {
        float[] special = [0f, -0f, float.Epsilon, -float.Epsilon, 1.17549435E-38f, float.MaxValue, float.MinValue, 0.1f, 1f / 3, MathF.PI, 16777217f, 1e-7f, 123456789f];
        var random = new Random(4);
        AssertSameBits(
            Models.Shape("a", new DenseShape("dense", 120, 16) { Bias = false }),
            LiteralForm.Numbers,
            i => i < special.Length ? special[i] : BitConverter.Int32BitsToSingle(NextFinite(random)));
    }

    public static TheoryData<Precision, CheapMap, int, ResetForm> Stacks
    {
        get
        {
            var stacks = new TheoryData<Precision, CheapMap, int, ResetForm>();
            foreach (Precision precision in Enum.GetValues<Precision>())
            {
                stacks.Add(precision, CheapMap.Dense, 1, ResetForm.AfterProduct);
                stacks.Add(precision, CheapMap.Grouped, 3, ResetForm.BeforeProduct);
                stacks.Add(precision, CheapMap.Diagonal, 1, ResetForm.AfterWholeProduct);
            }

            return stacks;
        }
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public void A_stack_is_compiled_to_what_loading_its_file_gives(Precision precision, CheapMap map, int groups, ResetForm reset)
    {
        foreach ((int hidden, LiteralForm form) in (ReadOnlySpan<(int, LiteralForm)>)[(12, LiteralForm.Numbers), (60, LiteralForm.Text)])
        {
            var random = new Random(5);
            AssertSameBits(
                Models.Shape("a", new GhostGruShape("ghost", 3, hidden) { Cheap = map, Groups = groups, Reset = reset }, new DenseShape("head", hidden, 2)),
                form,
                _ => random.NextSingle() - 0.5f,
                precision);
        }
    }

    [Fact]
    public void Bytes_take_half_a_unit_each_and_scales_and_biases_two()
    {
        // An odd number of bytes: what follows them begins with a new unit.
        var random = new Random(6);
        System.Reflection.Assembly assembly = AssertSameBits(
            Models.Shape("a", new DenseShape("dense", 47, 47)), LiteralForm.Text, _ => random.NextSingle() - 0.5f, Precision.Int8);
        Assert.Equal((((47 * 47) + 1) / 2) + (2 * 47) + (2 * 47), GeneratedModel.Text(assembly, "Amp", "Dense").Length);
    }

    [Fact]
    public void Intrinsic_states_and_ghosts_have_scales_of_their_own_in_the_text()
    {
        var random = new Random(7);
        System.Reflection.Assembly assembly = AssertSameBits(
            Models.Shape("a", new GhostGruShape("ghost", 4, 60)), LiteralForm.Text, _ => random.NextSingle() - 0.5f, Precision.Int8);
        const int Bytes = (90 * 4) + (90 * 60) + (30 * 30);
        const int Scales = 90 + (90 * 2) + 30;
        const int Biases = 90 + 90 + 30 + 30;
        Assert.Equal((Bytes / 2) + (2 * Scales) + (2 * Biases), GeneratedModel.Text(assembly, "Amp", "Ghost").Length);
    }

    [Theory]
    [InlineData(999_999, true)]
    [InlineData(1_000_000, false)]
    public void A_model_is_compiled_up_to_the_limit(int inputs, bool compiled)
    {
        ModelShape shape = Models.Shape("a", new DenseShape("dense", inputs, 4));
        Assert.Equal(compiled, shape.Parameters <= Planner.MostCompiledWeights);
        var spec = new ClassSpec(new("", new([]), "Amp", "a.ghost.json"), null, Precision.Float32, new());
        JoinResult result = ModelJoin.Join(spec, [new("/app/a.ghost.json", "hash", Models.Filled(shape, static _ => 0))]);
        Assert.Equal(compiled, result.Model is not null);
        Assert.Equal(compiled, result.Problem is null);
    }

    private static System.Reflection.Assembly AssertSameBits(ModelShape shape, LiteralForm form, Func<int, float> weight, Precision precision = Precision.Float32)
    {
        Assert.Equal(form, Planner.Plan(shape, hasWeights: true).Literal);
        ModelManifest manifest = Models.Filled(shape, weight);
        System.Reflection.Assembly assembly = Generation
            .Of($"[GhostGen.GhostModel(\"a.ghost.json\", Precision = GhostGen.Precision.{precision})] partial class Amp {{ }}", Models.File("/app/a.ghost.json", manifest))
            .AssertClean()
            .Load();
        Assert.Equal(Bits(GeneratedModel.LoadedWeights(assembly, "Amp", Models.Text(manifest))), Bits(GeneratedModel.Weights(assembly, "Amp")));
        return assembly;
    }

    private static int[] Bits(ReadOnlySpan<float> values)
    {
        int[] bits = new int[values.Length];
        for (int i = 0; i < bits.Length; i++)
        {
            bits[i] = BitConverter.SingleToInt32Bits(values[i]);
        }

        return bits;
    }

    private static bool IsFinite(int bits) => float.IsFinite(BitConverter.Int32BitsToSingle(bits));

    private static int NextFinite(Random random)
    {
        int bits;
        do
        {
            bits = random.Next(int.MinValue, int.MaxValue);
        }
        while (!IsFinite(bits));

        return bits;
    }
}
