using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GhostGen.Generator.Tests.Support;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Generator.Tests.Incremental;

/// <summary>The same sources and model files are the same text: in one process and in two, whatever language the machine speaks.</summary>
public sealed class DeterminismTests
{
    /// <summary>Where a child process writes what it generated; set by the test below for the process it starts.</summary>
    private const string OutputVariable = "GHOSTGEN_TEST_GENERATED_HASHES";

    [Fact]
    public void Two_runs_write_the_same_text() => Assert.Equal(Texts(), Texts());

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void Every_culture_writes_the_same_text(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo interfaceBefore = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            SortedDictionary<string, string> expected = Texts();
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Texts());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = interfaceBefore;
        }
    }

    [Fact]
    public async Task Two_processes_write_the_same_text()
    {
        string hashes = Hashes();
        if (Environment.GetEnvironmentVariable(OutputVariable) is { Length: > 0 } output)
        {
            await File.WriteAllTextAsync(output, hashes);
            return;
        }

        string file = Path.GetTempFileName();
        try
        {
            await RunAgain(nameof(Two_processes_write_the_same_text), file);
            Assert.Equal(hashes, await File.ReadAllTextAsync(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Starts this test program again, for one test alone, and waits until it has passed.</summary>
    private static async Task RunAgain(string test, string output)
    {
        string host = Environment.ProcessPath!;
        var start = new ProcessStartInfo(host) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(host) == "dotnet")
        {
            start.ArgumentList.Add(typeof(DeterminismTests).Assembly.Location);
        }

        start.ArgumentList.Add("-method");
        start.ArgumentList.Add($"{typeof(DeterminismTests).FullName}.{test}");
        start.Environment[OutputVariable] = output;
        start.Environment["LC_ALL"] = "sv_SE.UTF-8";

        using Process process = Process.Start(start)!;
        Task<string> text = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"The second process ended with {process.ExitCode}.\n{await text}\n{await errors}");
    }

    private static string Hashes() => string.Join("\n", Texts().Select(static file => $"{file.Key} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(file.Value)))}"));

    private static SortedDictionary<string, string> Texts()
    {
        // Negative numbers, fractions, thousands and names with an i, the letter that Turkish writes its own way.
        ModelShape small = Models.Shape("Filter IIR", new GruShape("input_filter", 1, 8), new DenseShape("INIT", 8, 1));
        ModelShape large = Models.Shape("spotter", new GhostGruShape("ghost", 10, 60) { Ratio = 1.5, Cheap = CheapMap.Grouped, Groups = 20 }, new DenseShape("head", 60, 3) { Activation = Activation.Softmax });
        SortedDictionary<string, string> texts = Generation.Of(
            """
            using GhostGen;
            [GhostModel("filter.ghost.json")] partial class Filter { }
            [GhostModel("spotter.ghost.json")] partial class Spotter { }
            [GhostModel, GhostGru(3, 47, Ratio = 7.3, Cheap = CheapMap.Diagonal)] partial class Free { }
            """,
            Models.File("/app/filter.ghost.json", Models.Random(small)),
            Models.File("/app/spotter.ghost.json", Models.Random(large, labels: ["ja", "nej", "kanske"]))).Texts;
        Assert.Equal(5, texts.Count);
        return texts;
    }
}
