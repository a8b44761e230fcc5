using GhostGen.Importing;
using Xunit;

namespace GhostGen.Tasks.Tests;

public sealed class ItemMetadataTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    /// <inheritdoc/>
    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ; ")]
    public void Nothing_said_is_nothing(string? text)
    {
        Assert.Empty(ItemMetadata.Names(text));
        Assert.Empty(ItemMetadata.Activations(text));
        Assert.Empty(ItemMetadata.Labels(null));
    }

    [Fact]
    public void What_an_item_says_is_what_a_file_is_read_with()
    {
        File.WriteAllText(file, "yes\n\nno \r\n\n");
        ImportOptions options = ItemMetadata.Options(new() { Layers = file, Labels = file, Take = "rnn; fc.1 ;", Activations = " fc.1 = ReLU;a=b=softmax" });
        Assert.Equal(file, options.LayersFile);
        Assert.Equal(["yes", "", "no "], options.Labels);
        Assert.Equal(["rnn", "fc.1"], options.Take);
        Assert.Equal(new Dictionary<string, Activation> { ["fc.1"] = Activation.Relu, ["a=b"] = Activation.Softmax }, options.Activations);
    }
}
