using System.Globalization;
using GhostGen.Manifests;
using GhostGen.Reference;

namespace GhostGen.Package.Tests;

/// <summary>A program that prints what its models answer, and what it has to print.</summary>
internal static class StepBits
{
    private const int Steps = 20;

    /// <summary>A program of the given classes, each with the model file it names.</summary>
    internal static string Program(params (string Class, string File)[] models) => $$"""
        using GhostGen;

        {{string.Join("\n", models.Select(static model => $"Print<{model.Class}>(new {model.Class}());"))}}

        static void Print<T>(T model)
            where T : IStreamingModel
        {
            float[] input = new float[model.Info.InputSize];
            float[] output = new float[model.Info.OutputSize];
            for (int step = 0; step < {{Steps}}; step++)
            {
                for (int i = 0; i < input.Length; i++)
                {
                    input[i] = MathF.Sin((step * input.Length) + i);
                }

                model.Step(input, output);
            }

            Console.WriteLine(typeof(T).Name + " " + string.Join(' ', model.Info.Labels) + " " + string.Join(' ', output.Select(value => BitConverter.SingleToUInt32Bits(value).ToString("x8"))));
        }

        {{string.Join("\n", models.Select(static model => $"[GhostModel(@\"{model.File}\")] internal sealed partial class {model.Class};"))}}
        """;

    /// <summary>The line that the program prints of a model.</summary>
    internal static string Line(string name, ModelManifest manifest, params IEnumerable<string> labels)
    {
        var model = new ReferenceModel(manifest);
        float[] input = new float[manifest.Shape.InputSize];
        float[] output = new float[manifest.Shape.OutputSize];
        for (int step = 0; step < Steps; step++)
        {
            for (int i = 0; i < input.Length; i++)
            {
                input[i] = MathF.Sin((step * input.Length) + i);
            }

            model.Step(input, output);
        }

        return $"{name} {string.Join(' ', labels)} {string.Join(' ', output.Select(static value => BitConverter.SingleToUInt32Bits(value).ToString("x8", CultureInfo.InvariantCulture)))}";
    }
}
