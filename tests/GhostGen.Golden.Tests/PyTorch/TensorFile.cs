using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace GhostGen.Golden.Tests.PyTorch;

/// <summary>Arrays of single precision out of a safetensors file; a reader apart from the importer's, which the same files test.</summary>
internal static class TensorFile
{
    /// <summary>The arrays by their names, with their sizes, outermost first.</summary>
    public static Dictionary<string, (int[] Sizes, float[] Values)> Read(string path)
    {
        byte[] content = File.ReadAllBytes(path);
        int start = checked(sizeof(ulong) + (int)BinaryPrimitives.ReadUInt64LittleEndian(content));
        using JsonDocument header = JsonDocument.Parse(content.AsMemory(sizeof(ulong)..start));
        var arrays = new Dictionary<string, (int[] Sizes, float[] Values)>(StringComparer.Ordinal);
        foreach (JsonProperty entry in header.RootElement.EnumerateObject().Where(static entry => entry.Name != "__metadata__"))
        {
            if (entry.Value.GetProperty("dtype").GetString() != "F32")
            {
                throw new InvalidDataException($"{path}: {entry.Name} is not of single precision.");
            }

            int[] range = Numbers(entry.Value.GetProperty("data_offsets"));
            arrays.Add(entry.Name, (Numbers(entry.Value.GetProperty("shape")), MemoryMarshal.Cast<byte, float>(content.AsSpan(start + range[0], range[1] - range[0])).ToArray()));
        }

        return arrays;
    }

    private static int[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(static number => number.GetInt32())];
}
