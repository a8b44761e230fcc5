using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GhostGen.Bench.Reports;

/// <summary>Writes the result of a run as JSON, the same under every culture.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new ThreeDecimals() },
    };

    /// <summary>The text of the file.</summary>
    public static string Text<T>(T result) => JsonSerializer.Serialize(result, options) + "\n";

    /// <summary>A picosecond is far below what can be measured; more digits would be noise.</summary>
    private sealed class ThreeDecimals : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(Math.Round(value, 3));
    }
}
