using Microsoft.CodeAnalysis;

namespace GhostGen.Generator.Tests.Support;

/// <summary>A class with a mistake, and a program that uses every member that a compiled model has.</summary>
internal static class StubCase
{
    /// <summary>Model files, of which all but the small one have something wrong with them.</summary>
    internal static readonly IReadOnlyList<AdditionalText> Files =
    [
        SmallModel.At("/app/small.ghost.json"),
        SmallModel.At("/app/a/twice.ghost.json"),
        SmallModel.At("/app/b/twice.ghost.json"),
    ];

    /// <summary>Uses of a class whose weights are compiled in.</summary>
    internal const string Compiled = """
        internal static class Program
        {
            // A declaration that names the batch: without it the compiler would stop before it runs analyzers.
            private static Amp.Batch? many;
            private const int Sizes = Amp.InputSize + Amp.OutputSize + Amp.StateSize;

            internal static int Main()
            {
                var amp = new Amp();
                System.Span<float> output = stackalloc float[Amp.OutputSize];
                amp.Step(new float[100 / Amp.InputSize], output);
                amp.Run(new float[Amp.InputSize], output);
                amp.Reset();
                amp.State.Clear();
                System.Console.WriteLine(Amp.Info.Labels.Count + Describe(amp) + Sizes);

                many = new Amp.Batch(8);
                many.Step(output, output);
                many.Reset();
                many.Reset(1);
                return many.State(1).Length + many.Streams + many.Info.StateSize + Describe(many);
            }

            private static int Describe(GhostGen.IStreamingModel model) => model.Info.Layers.Count;

            private static int Describe(GhostGen.IStreamingBatch batch) => batch.Info.Layers.Count;
        }
        """;

    /// <summary>Uses of a class whose weights are loaded.</summary>
    internal static readonly string Loaded = Compiled
        .Replace("new Amp()", "new Amp(Amp.LoadWeights(GhostGen.ModelFile.Load(\"kws.ghost.json\")))", StringComparison.Ordinal)
        .Replace("new Amp.Batch(8)", "new Amp.Batch(Amp.LoadWeights(GhostGen.ModelFile.Load(\"kws.ghost.json\")), 8)", StringComparison.Ordinal)
        .Replace("amp.Reset();", "amp = Amp.Load(\"\") ?? Amp.Load(System.IO.Stream.Null) ?? Amp.Load(\"\"u8) ?? Amp.Load(GhostGen.ModelFile.Load(\"\")); amp.Reset();", StringComparison.Ordinal);
}
