using GhostGen.Cli.Verifying;
using Spectre.Console;

namespace GhostGen.Cli.Screens;

/// <summary>What <c>verify</c> found, on the terminal.</summary>
internal static class VerifyScreen
{
    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole screen, VerifyResult result)
    {
        screen.Line(result.Name, ScreenText.Bold, $" from {result.File}, compiled with {result.Precision} weights and {(result.Accuracy == ActivationAccuracy.Fast ? "fast" : "accurate")} activations");
        string input = result.Seed is { } seed ? FormattableString.Invariant($"random input (seed {seed})") : $"the input of {result.Vectors!.File}";
        string sequences = result.Sequences == 1 ? "" : FormattableString.Invariant($" in {result.Sequences} sequences");
        screen.WriteLine($"{Numbers.Count(result.Steps)} steps{sequences} of {input}; {result.Machine}");
        screen.WriteLine();

        var table = new ScreenTable("<layer", "<kind", "values", "ULP, single", "absolute", "ULP, double", "absolute");
        foreach (LayerDifference layer in result.Layers)
        {
            string[] cells =
            [
                layer.Layer, layer.Kind, Numbers.Count(layer.AgainstSingle.Values),
                Ulp(layer.AgainstSingle), Numbers.Difference(layer.AgainstSingle.MaximumAbsolute),
                Ulp(layer.AgainstDouble), Numbers.Difference(layer.AgainstDouble.MaximumAbsolute),
            ];
            if (layer.AgainstSingle.Different > 0)
            {
                table.Add(Color.Red, cells);
            }
            else
            {
                table.Add(cells);
            }
        }

        table.Write(screen, "Largest differences from the references, in single and in double precision");
        Check(screen, result.RunHasTheBitsOfSteps, "Run has the bits of steps");
        Check(screen, result.BatchHasTheBitsOfSteps, "a batch has the bits of steps");
        if (result.Vectors is { } vectors)
        {
            Check(screen, vectors.Beyond == 0, FormattableString.Invariant($"outputs of {vectors.File}: {Numbers.Difference(vectors.Difference.MaximumAbsolute)} off at most, {Ulp(vectors.Difference)} ULP (tolerance {vectors.Tolerance:R})"));
        }

        foreach (string failure in result.Failures)
        {
            screen.Line(failure, ScreenText.Bad);
        }

        screen.Line(result.Passed ? "passed" : "failed", result.Passed ? ScreenText.Good : ScreenText.Bad);
    }

    private static void Check(IAnsiConsole screen, bool isGood, string what) =>
        screen.Line(isGood ? " yes  " : " no   ", isGood ? ScreenText.Good : ScreenText.Bad, what);

    private static string Ulp(Difference difference) => double.IsFinite(difference.MaximumUlp)
        ? difference.MaximumUlp < 1_000_000 ? Numbers.Short(difference.MaximumUlp) : Numbers.Difference(difference.MaximumUlp)
        : "infinite";
}
