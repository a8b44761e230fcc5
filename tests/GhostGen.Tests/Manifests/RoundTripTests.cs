using System.Globalization;
using System.Text;
using CsCheck;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Tests.Manifests;

public sealed class RoundTripTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Char[' ', '~'].Select(static character => character.ToString()),
        AnyOf("\"", "\\", "/", "\n", "\r", "\t", "\0", "\u007f", "\u2028", "é", "\u2212", "\ufeff", "🎧")).Array[0, 12].Select(string.Concat);

    private static readonly Gen<LayerShape> AnyKind = Gen.OneOf(
        Gen.Select(Gen.Int[1, 12], Gen.Double[1, 8], Gen.Enum<CheapMap>(), Gen.Int[0, 3], Gen.Bool, Gen.Enum<ResetForm>(), static (hidden, ratio, cheap, activation, bias, reset) =>
            (LayerShape)new GhostGruShape("x", 1, hidden) { Ratio = ratio, Cheap = cheap, CheapActivation = (Activation)activation, CheapBias = bias, Reset = reset }),
        Gen.Select(Gen.Int[1, 12], Gen.Bool, Gen.Bool, static (hidden, before, relu) =>
            (LayerShape)new GruShape("x", 1, hidden) { Reset = before ? ResetForm.BeforeProduct : ResetForm.AfterProduct, CandidateActivation = relu ? Activation.Relu : Activation.Tanh }),
        Gen.Select(Gen.Int[1, 12], Gen.Enum<Activation>(), Gen.Bool, static (units, activation, bias) =>
            (LayerShape)new DenseShape("x", 1, units) { Activation = activation, Bias = bias }));

    /// <summary>A range for every second layer: any single there is between the limits.</summary>
    private static readonly Gen<LayerShape> AnyLayer =
        from layer in AnyKind
        from hasRange in Gen.Bool
        from bits in Gen.Int[BitConverter.SingleToInt32Bits(ShapeLimits.LeastInputRange), BitConverter.SingleToInt32Bits(ShapeLimits.LargestInputRange)]
        select layer with { InputRange = hasRange ? BitConverter.Int32BitsToSingle(bits) : null };

    private static readonly Gen<float> AnyWeight = Gen.OneOf(
        Gen.Int.Select(BitConverter.Int32BitsToSingle).Where(float.IsFinite),
        AnyOf(0f, -0f, float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue, BitConverter.Int32BitsToSingle(0x007FFFFF)));

    private static readonly Gen<double> AnyNumber = Gen.OneOf(Gen.Double[-1000, 1000], AnyOf(0d, -0d, 1d, double.Epsilon, 1e-300, 0.1, 1d / 3, -123456.78901234567));

    private static readonly Gen<ModelManifest> AnyModel =
        from input in Gen.Int[1, 9]
        from layers in AnyLayer.Array[1, 4]
        from name in AnyText
        from hasLabels in Gen.Bool
        from label in AnyText
        from metadata in Gen.Dictionary(AnyText, AnyText)[0, 3]
        from mean in AnyNumber.Array[input]
        from scale in AnyNumber.Array[input]
        from parts in Gen.Int[0, 3]
        let shape = Chain(name, input, layers)
        from weights in AnyWeight.Array[(int)shape.Parameters]
        select Model(shape, weights, hasLabels ? [.. Enumerable.Repeat(label, shape.OutputSize)] : [], metadata, parts == 0 ? null : new((parts & 1) != 0 ? new(mean) : null, (parts & 2) != 0 ? new(scale) : null));

    [Fact]
    public void What_is_written_is_read_back_bit_for_bit() => AnyModel.Sample(
        static model => SmallModel.AssertSame(model, ManifestReader.Read(SmallModel.Write(model), "x")),
        iter: 2000);

    [Fact]
    public void What_is_read_is_written_back_byte_for_byte() => AnyModel.Sample(
        static model =>
        {
            byte[] bytes = SmallModel.Write(model);
            Assert.Equal(bytes, SmallModel.Write(ManifestReader.Read(bytes, "x")));
        },
        iter: 500);

    [Fact]
    public void The_top_of_a_file_is_for_people()
    {
        const string expected = """
            {
              "format": "ghostgen/1",
              "name": "small",
              "input": 3,
              "normalization": { "mean": [0.5, -1.25, 8], "scale": [2, 0.25, 0.125] },
              "layers": [
                { "kind": "ghost_gru", "name": "ghost_gru0", "hidden": 4, "ratio": 2, "cheap": "dense", "groups": 1, "cheap_activation": "tanh", "cheap_bias": true, "reset": "after_product", "input_range": 9.5 },
                { "kind": "gru", "name": "gru1", "hidden": 2, "reset": "before_product", "activation": "relu" },
                { "kind": "dense", "name": "dense2", "units": 2, "activation": "softmax", "bias": true, "input_range": 2.25 }
              ],
              "labels": ["yes", "no"],
              "metadata": {
                "source": "test"
              },
              "tensors": {
                "ghost_gru0.weight_ih": { "dtype": "F32", "shape": [6, 3], "data": "
            """;
        Assert.StartsWith(expected.ReplaceLineEndings("\n"), SmallModel.Text, StringComparison.Ordinal);
        Assert.EndsWith("\" }\n  }\n}\n", SmallModel.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', SmallModel.Text);
    }

    [Fact]
    public void Absent_options_and_names_have_the_defaults_of_the_shapes()
    {
        ModelShape shape = new("m", new([new GhostGruShape("ghost_gru0", 2, 4), new GruShape("gru1", 4, 2), new DenseShape("dense2", 2, 1)]));
        ModelManifest manifest = RandomModels.Manifest(shape);
        string text = Encoding.UTF8.GetString(SmallModel.Write(manifest));
        int start = text.IndexOf('[', StringComparison.Ordinal);
        int end = text.IndexOf("\n  ]", StringComparison.Ordinal);
        string terse = string.Concat(text.AsSpan(0, start + 1), """{"kind":"ghost_gru","hidden":4},{"kind":"gru","hidden":2},{"kind":"dense","units":1}""", text.AsSpan(end));
        SmallModel.AssertSame(manifest, SmallModel.Read(terse));
    }

    [Fact]
    public void Members_may_come_in_any_order_and_with_escapes_in_their_names()
    {
        int tensors = SmallModel.Text.IndexOf("  \"tensors\"", StringComparison.Ordinal);
        int rest = SmallModel.Text.IndexOf("  \"normalization\"", StringComparison.Ordinal);
        int input = SmallModel.Text.IndexOf("  \"input\"", StringComparison.Ordinal);
        string text = "{" + SmallModel.Text[tensors..^2] + "," + SmallModel.Text[rest..tensors] + SmallModel.Text[2..input].Replace("name", "n\\u0061me", StringComparison.Ordinal) + "\"input\": 3}";
        SmallModel.AssertSame(SmallModel.Manifest, SmallModel.Read(text));
    }

    [Theory]
    [InlineData("\uFEFF", "")]
    [InlineData("", " \r\n\t ")]
    [InlineData(" \n", "")]
    public void A_byte_order_mark_before_and_white_space_around_are_accepted(string before, string after) =>
        SmallModel.AssertSame(SmallModel.Manifest, SmallModel.Read(before + SmallModel.Text + after));

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("fi-FI")]
    [InlineData("fa-IR")]
    public void Another_culture_changes_nothing(string culture)
    {
        ModelShape shape = new("m", new([new GhostGruShape("g", 3, 9) { Ratio = 1.5 }]));
        ModelManifest manifest = RandomModels.Manifest(shape);
        byte[] expected = SmallModel.Write(manifest);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, SmallModel.Write(manifest));
            SmallModel.AssertSame(manifest, ManifestReader.Read(expected, "x"));
            SmallModel.AssertRefused(SmallModel.Replace("\"ratio\": 2", "\"ratio\": §-1.5"), ModelDefect.OptionOutOfRange, "is -1.5;", "ghost_gru0");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Tensors_longer_than_the_writers_buffer_keep_every_bit()
    {
        ModelManifest manifest = RandomModels.Manifest(new("m", new([new DenseShape("d", 997, 31)])));
        SmallModel.AssertSame(manifest, ManifestReader.Read(SmallModel.Write(manifest), "x"));
    }

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static ModelShape Chain(string name, int input, LayerShape[] layers)
    {
        var chain = new List<LayerShape>();
        foreach (LayerShape layer in layers)
        {
            LayerShape next = layer with { Name = LayerName.Default(layer.Kind, chain.Count), InputSize = input };
            chain.Add(next);
            input = next.OutputSize;
        }

        return new(name, new(chain));
    }

    private static ModelManifest Model(ModelShape shape, float[] weights, string[] labels, Dictionary<string, string> metadata, InputNormalization? normalization)
    {
        var tensors = new Dictionary<string, float[]>();
        int next = 0;
        foreach (LayerShape layer in shape.Layers)
        {
            foreach (TensorShape tensor in layer.Tensors)
            {
                tensors.Add($"{layer.Name}.{tensor.Name}", weights[next..(next + (int)tensor.Count)]);
                next += (int)tensor.Count;
            }
        }

        // Weights are of any size, and so some are too large once they are scaled.
        bool fits = normalization is null || NormalizationRules.Overflow(shape, normalization, tensors) is null;
        return new(shape, tensors, labels, metadata, fits ? normalization : null);
    }
}
