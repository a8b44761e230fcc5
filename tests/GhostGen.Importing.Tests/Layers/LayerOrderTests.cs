using CsCheck;
using GhostGen.Importing.Arrays;
using GhostGen.Importing.PyTorch;
using GhostGen.Importing.Tests.Support;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Importing.Tests.Layers;

/// <summary>Orders of layers that files do not keep.</summary>
public sealed class LayerOrderTests
{
    [Fact]
    public void Sizes_tell_the_order_however_names_are_sorted()
    {
        using var folder = new Folder();
        string path = folder.Write("m.safetensors", [.. Tensors.Linear("a_last", 6, 3), .. Tensors.Gru("m_middle", 5, 6), .. Tensors.Gru("z_first", 2, 5)]);
        Assert.Equal(["z_first", "m_middle", "a_last"], ModelImport.Load(path).Shape.Layers.Select(static layer => layer.Name));
    }

    [Fact]
    public void Numbers_tell_it_where_sizes_do_not()
    {
        using var folder = new Folder();
        NamedArray[] arrays = [.. Enumerable.Range(0, 12).Reverse().SelectMany(static i => Tensors.Gru($"rnn.{i}", 4, 4))];
        Assert.Equal(Enumerable.Range(0, 12).Select(static i => $"rnn_{i}"), ModelImport.Load(folder.Write("m.safetensors", arrays)).Shape.Layers.Select(static layer => layer.Name));
    }

    [Theory]
    [InlineData(4, 4)]
    [InlineData(4, 5)]
    public void An_order_that_nothing_tells_is_asked_for(int hidden, int input)
    {
        using var folder = new Folder();
        string path = folder.Write("m.safetensors", [.. Tensors.Gru("decoder", 4, hidden), .. Tensors.Gru("encoder", input, 4), .. Tensors.Gru("third", 9, 9)]);
        string message = Assert.Throws<ImportException>(() => ModelImport.Load(path)).Message;
        Assert.Contains("the order of its layers cannot be told", message, StringComparison.Ordinal);
        Assert.Contains($"'decoder' (gru, 4 to {hidden})", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_layers_that_fit_nowhere_are_refused_in_time()
    {
        using var folder = new Folder();
        NamedArray[] arrays = [.. Enumerable.Range(0, 200).SelectMany(static i => Tensors.Linear($"l{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}", 2, 2)), .. Tensors.Linear("odd", 3, 5)];
        Assert.Throws<ImportException>(() => ModelImport.Load(folder.Write("m.safetensors", arrays)));
    }

    [Fact]
    public void A_chain_of_distinct_sizes_comes_back_from_any_order_of_its_tensors() =>
        Gen.Select(Gen.Int[1, 40].Array[2, 6], Gen.Int[0, 1000]).Sample(
            (drawn, seed) =>
            {
                int[] sizes = [.. drawn.Distinct()];
                if (sizes.Length < 2)
                {
                    return;
                }

                NamedArray[] arrays = [.. sizes.Zip(sizes.Skip(1)).SelectMany((pair, i) => i % 2 == 0 ? Tensors.Gru(Name(i), pair.First, pair.Second) : Tensors.Linear(Name(i), pair.First, pair.Second))];
                new Random(seed).Shuffle(arrays);
                using var folder = new Folder();
                ModelShape shape = ModelImport.Load(folder.Write("m.safetensors", arrays)).Shape;
                Assert.Equal(string.Join(' ', sizes), string.Join(' ', (int[])[shape.InputSize, .. shape.Layers.Select(static layer => layer.OutputSize)]));
            },
            iter: 300);

    [Fact]
    public void A_ratio_gives_back_its_sizes_and_is_a_whole_number_where_one_does()
    {
        for (int hidden = 2; hidden <= 600; hidden++)
        {
            for (int intrinsic = 1; intrinsic < hidden; intrinsic++)
            {
                double ratio = Ratios.Of(hidden, intrinsic);
                Assert.Equal(intrinsic, new GhostGruShape("x", 1, hidden) { Ratio = ratio }.Intrinsic);
                Assert.True(ShapeLimits.IsRatio(ratio));
            }

            Assert.Equal(2, Ratios.Of(hidden, (hidden + 1) / 2));
        }
    }

    private static string Name(int position) => "abcdefgh"[position].ToString();
}
