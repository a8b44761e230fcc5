using System.Buffers.Binary;
using System.Text;
using GhostGen.Importing.Tests.Support;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Importing.Tests.Safetensors;

/// <summary>State dictionaries that were saved in half the bytes.</summary>
public sealed class HalvesTests
{
    [Theory]
    [InlineData("F16", 0x3C00, 1f)]
    [InlineData("F16", 0x0001, 5.9604645e-8f)]
    [InlineData("F16", 0xFBFF, -65504f)]
    [InlineData("BF16", 0x3F80, 1f)]
    [InlineData("BF16", 0x0001, 9.1835e-41f)]
    [InlineData("BF16", 0xC2F7, -123.5f)]
    public void Halves_are_widened(string type, int bits, float expected)
    {
        string header = $$$"""{"fc.weight":{"dtype":"{{{type}}}","shape":[1,2],"data_offsets":[0,4]}}""";
        var bytes = new byte[sizeof(ulong) + header.Length + 4];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)header.Length);
        Encoding.ASCII.GetBytes(header, bytes.AsSpan(sizeof(ulong)));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(bytes.Length - 2), (ushort)bits);
        using var folder = new Folder();
        ModelManifest manifest = ModelImport.Load(folder.Write("m.safetensors", bytes));
        Assert.Equal([0, expected], manifest.Tensor(manifest.Shape.Layers[0], TensorNames.Weight));
    }
}
