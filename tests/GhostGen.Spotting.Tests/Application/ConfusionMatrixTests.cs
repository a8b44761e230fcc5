using System.Xml.Linq;
using GhostGen.Samples.KeywordSpotting.Evaluating;
using GhostGen.Samples.KeywordSpotting.Screens;
using GhostGen.Samples.Spotting;
using Xunit;

namespace GhostGen.Spotting.Tests.Application;

/// <summary>What was taken for what: counted, as a table and as an image.</summary>
public sealed class ConfusionMatrixTests
{
    private static readonly SpotterLabels Labels = new(["silence", "unknown", "yes", "a<b"]);

    [Fact]
    public void Recall_precision_and_accuracy_are_those_counted_by_hand()
    {
        ConfusionMatrix matrix = Matrix();
        Assert.Equal(13, matrix.Clips);
        Assert.Equal((4, 1, 8, 0), (matrix.ClipsOf(0), matrix.ClipsOf(1), matrix.ClipsOf(2), matrix.ClipsOf(3)));
        Assert.Equal((1, 0, 0.75, null), (matrix.Recall(0), matrix.Recall(1), matrix.Recall(2), matrix.Recall(3)));
        Assert.Equal((0.8, null, 1, 0), (matrix.Precision(0), matrix.Precision(1), matrix.Precision(2), matrix.Precision(3)));
        Assert.Equal((10, 13), matrix.Score());
        Assert.Equal((6, 9), matrix.Score(without: 0));
    }

    [Fact]
    public void The_table_is_as_a_person_reads_it()
    {
        using var output = new StringWriter { NewLine = "\n" };
        ConfusionTable.Write(output, Matrix(), Labels, new Ink(false));
        Assert.Equal(
            """
                      sil unk yes a<b  clips   recall
            silence     4   ·   ·   ·      4  100.0 %
            unknown     1   ·   ·   ·      1    0.0 %
            yes         ·   ·   6   2      8   75.0 %
            a<b         ·   ·   ·   ·      0        -
            precision  80   - 100   0  in %

            """.ReplaceLineEndings("\n"),
            output.ToString());
    }

    [Fact]
    public void The_image_has_a_field_for_each_pair_with_its_numbers_in_words()
    {
        XElement svg = XElement.Parse(ConfusionImage.Svg(Matrix(), "a & b", "12 < 13"));
        XNamespace space = "http://www.w3.org/2000/svg";
        string[] fields = [.. svg.Descendants(space + "title").Select(static title => title.Value)];
        Assert.Equal(16, fields.Length);
        Assert.Equal("silence taken for silence: 4 of 4", fields[0]);
        Assert.Equal("yes taken for a<b: 2 of 8", fields[11]);
        string[] texts = [.. svg.Elements(space + "text").Select(static text => text.Value)];
        Assert.Equal(["a & b", "12 < 13"], texts[..2]);
        Assert.Contains("75.0 %", texts);
        string[] colors = [.. svg.Descendants(space + "title").Select(static title => title.Parent!.Attribute("fill")!.Value)];
        Assert.Equal(("#155e95", "#f3f3f3", "#d65414"), (colors[0], colors[1], colors[4]));
    }

    private static ConfusionMatrix Matrix()
    {
        var matrix = new ConfusionMatrix(Labels.Names);
        foreach ((int actual, int predicted, int count) in ((int, int, int)[])[(0, 0, 4), (1, 0, 1), (2, 2, 6), (2, 3, 2)])
        {
            for (int clip = 0; clip < count; clip++)
            {
                matrix.Add(actual, predicted);
            }
        }

        return matrix;
    }
}
