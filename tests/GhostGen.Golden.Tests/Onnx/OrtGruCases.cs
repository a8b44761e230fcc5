using System.Text.Json;

namespace GhostGen.Golden.Tests.Onnx;

/// <summary>ONNX Runtime's own tests of its GRU, as JSON.</summary>
internal static class OrtGruCases
{
    /// <summary>Reads all cases.</summary>
    /// <returns>The cases, and beside each the names of its activations where they are not the default ones.</returns>
    public static IReadOnlyList<(OnnxGruCase Case, string? Activations)> Read(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. document.RootElement.GetProperty("tests").EnumerateArray().Select(Convert)];
    }

    private static (OnnxGruCase Case, string? Activations) Convert(JsonElement test)
    {
        var converted = new OnnxGruCase
        {
            Name = test.GetProperty("name").GetString()!,
            Input = test.GetProperty("input_size").GetInt32(),
            Hidden = test.GetProperty("hidden_size").GetInt32(),
            Batch = test.GetProperty("batch").GetInt32(),
            Sequence = test.GetProperty("seq").GetInt32(),
            Direction = test.GetProperty("direction").GetString()!,
            LinearBeforeReset = test.GetProperty("linear_before_reset").GetInt32() == 1,
            X = Floats(test.GetProperty("X"))!,
            W = Floats(test.GetProperty("W"))!,
            R = Floats(test.GetProperty("R"))!,
            B = Floats(test.GetProperty("B")),
            Lengths = Floats(test.GetProperty("sequence_lens")) is { } lengths ? Array.ConvertAll(lengths, static value => (int)value) : null,
            InitialState = Floats(test.GetProperty("initial_h")),
            Y = Floats(test.GetProperty("Y")),
            LastState = Floats(test.GetProperty("Y_h")),
        };
        return (converted, test.TryGetProperty("activations", out JsonElement activations) ? activations.ToString() : null);
    }

    private static float[]? Floats(JsonElement values) =>
        values.ValueKind == JsonValueKind.Null ? null : [.. values.EnumerateArray().Select(static value => value.GetSingle())];
}
