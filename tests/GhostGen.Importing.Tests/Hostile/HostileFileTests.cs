using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using GhostGen.Importing.Numpy;
using GhostGen.Importing.Tests.Support;
using Xunit;

namespace GhostGen.Importing.Tests.Hostile;

/// <summary>Files that lie about themselves, each with the message that it deserves.</summary>
public sealed class HostileFileTests
{
    /// <summary>Some way above what the files here need, and far below what they declare or unpack to.</summary>
    private const long MostBytes = 16 << 20;

    [Theory]
    [InlineData("", "a safetensors file begins with 8 that hold the length of its header")]
    [InlineData("FFFFFFFFFFFFFFFF7B7D", "they say that the header has 18446744073709551615 bytes; the file has 2 more")]
    [InlineData("00000001000000007B7D", "it is incomplete, or no safetensors file")]
    [InlineData("02000000000000005B5D", "header: it is Array; a JSON object is expected")]
    [InlineData("02000000000000007B7D00", "its tensors end at byte 0 of the data, and the file has 1; it is longer than it says")]
    public void Safetensors_whose_header_is_not_there(string hexadecimal, string expected) =>
        Refused("m.safetensors", Convert.FromHexString(hexadecimal), expected);

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}""", 8, "its bytes are said to be at [-8, 0]")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", 8, "its bytes are said to be at [8, 0]")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", 8, "sizes are not negative")]
    [InlineData("""{"a":{"dtype":"F32","shape":[9223372036854775807,4],"data_offsets":[0,8]}}""", 8, "sizes are not negative, and a file has at most 67108864 elements")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}}""", 0, "sizes are not negative, and a file has at most 67108864 elements")]
    [InlineData("""{"a":{"dtype":"F32","shape":[67108864],"data_offsets":[0,268435456]}}""", 8, "its tensors end at byte 268435456 of the data, and the file has 8; it is incomplete")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", 12, "it begins at byte 4 of the data, and what is before it ends at 8; tensors neither overlap nor leave bytes out")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8, "tensors neither overlap")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", 12, "it begins at byte 4 of the data, and what is before it ends at 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}}""", 16, "this is not JSON: ")]
    [InlineData("""{"a":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}""", 8, "its elements are of type 'I64'; F32, F16, BF16 and F64 are read")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,1,1],"data_offsets":[0,4]}}""", 4, "its 'shape' has 10 numbers; at most 8 are expected")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}""", 4, "its 'shape' holds '1.5'; a whole number is expected")]
    [InlineData("""{"a":[]}""", 0, "the header has Array for it; an object is expected")]
    [InlineData("""{"a":{"dtype":"F32"}}""", 0, "the header has no 'shape' for it that is Array")]
    [InlineData("""{"__metadata__":[]}""", 0, "an object of strings is expected")]
    [InlineData("""{"__metadata__":{"ghostgen":3}}""", 0, "a string with the description of the layers is expected")]
    [InlineData("""{"__metadata__":{"ghostgen":"{\"layers\":[{\"from\":\"x\",\"sise\":3}]}"}}""", 0, "$.layers[0].sise: what is here is unknown")]
    [InlineData("""{"__metadata__":{"ghostgen":"{\"layers\":[{\"from\":\"x\"}]}"}}""", 0, "there are 0 layers 'x' in it; it has none")]
    [InlineData("""{"\ud800":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4, "half of a surrogate pair")]
    public void Safetensors_whose_header_lies(string header, int dataLength, string expected)
    {
        var bytes = new byte[sizeof(ulong) + Encoding.UTF8.GetByteCount(header) + dataLength];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)Encoding.UTF8.GetByteCount(header));
        Encoding.UTF8.GetBytes(header, bytes.AsSpan(sizeof(ulong)));
        Refused("m.safetensors", bytes, expected);
    }

    [Fact]
    public void A_header_that_nests_without_end_is_no_JSON_to_us() =>
        Safetensors_whose_header_lies(new string('[', 1_000_000), 0, "this is not JSON: The maximum configured depth of 64 has been exceeded");

    [Theory]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (67108864,), }", "its header declares 67108864 elements, and it ends after 0 of them; it is incomplete")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999,), }", "its shape is (99999999999); sizes are not negative, and a model has at most 67108864 elements in all")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296), }", "its shape is (4294967296, 4294967296)")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }", "sizes are not negative")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,), }", "a whole number is expected at character 51")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 1, 1, 1, 1, 1, 1, 1, 1), }", "at most 8 sizes is expected")]
    [InlineData("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", "its elements are of type '|O'; floats of 2, 4 and 8 bytes are read")]
    [InlineData("{'descr': '<f4', 'descr': '<f4', 'shape': (1,), }", "the header has a member 'descr' that is unknown or there twice")]
    [InlineData("{'descr': '<f4', 'shape': (1,), }", "the header lacks a member")]
    [InlineData("{'descr': '<f4'", "'}' is expected at character 15")]
    [InlineData("{'descr': '<f4', 'fortran_order': Maybe, }", "True or False is expected at character 34")]
    [InlineData("", "'{' is expected at character 0")]
    public void Arrays_whose_header_lies(string header, string expected)
    {
        var bytes = new byte[10 + header.Length];
        ((ReadOnlySpan<byte>)[0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0]).CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), (ushort)header.Length);
        Encoding.ASCII.GetBytes(header, bytes.AsSpan(10));
        Refused("folder/a.npy", bytes, expected);
        Refused("m.npz", Zip(("a.npy", bytes)), expected);
    }

    [Fact]
    public void An_archive_that_unpacks_to_more_than_a_model_can_be_is_left_unread()
    {
        // Sixty-five arrays of a million zeros: 260 MB in some 260 KB, as many as fit a model, and one.
        using var array = new MemoryStream();
        NpyWriter.Write(Tensors.Of("z", 1) with { Sizes = [1 << 20], Values = new float[1 << 20] }, array);
        byte[] archive = Zip([.. Enumerable.Range(0, 65).Select(i => ($"z{i}.npy", array.ToArray()))]);
        Assert.InRange(archive.Length, 0, 1 << 20);
        Refused("m.npz", archive, "entry 'z64.npy': its shape is (1048576); sizes are not negative, and a model has at most 67108864 elements in all");
    }

    [Fact]
    public void What_follows_an_array_in_its_entry_is_not_unpacked()
    {
        using var array = new MemoryStream();
        NpyWriter.Write(Tensors.Of("a", 1), array);
        Refused("m.npz", Zip(("a.npy", [.. array.ToArray(), .. new byte[100 << 20]])), "bytes follow the 1 elements that its header declares; nothing may");
    }

    [Fact]
    public void Archives_of_other_things_and_no_archives_are_named_as_such()
    {
        Refused("m.npz", Zip(("readme.txt", [1])), "entry 'readme.txt': it is no array; an npz archive holds *.npy entries");
        Refused("m.npz", Zip(("a.npy", []), ("a.npy", [])), "entry 'a.npy': it ends 8 bytes too early");
        Refused("m.npz", Zip([.. Enumerable.Range(0, 5000).Select(static i => ($"{i}.npy", Array.Empty<byte>()))]), "the archive has 5000 entries; at most 4096 are read");
        Refused("m.npz", "not a zip"u8.ToArray(), "this is no zip archive that can be read");
        Refused("m.npz", [], "this is no zip archive that can be read");
    }

    [Theory]
    [InlineData("m.json", """{"a":1}""", "neither the member 'format' of a model file, nor 'in_shape' of RTNeural, nor 'arrays' of RNNoise")]
    [InlineData("m.json", "[1", "m.json: line 1, column 3: this is not JSON")]
    [InlineData("m.json", """{"in_shape":[2]}""", "it has no 'layers' that is Array")]
    [InlineData("m.json", """{"in_shape":[null],"layers":[]}""", "in_shape: its shape ends with no size")]
    [InlineData("m.json", """{"in_shape":[2],"layers":[]}""", "there are no layers in it")]
    [InlineData("m.json", """{"in_shape":[2],"layers":[{"type":"dense","shape":[1000000],"weights":[[1,2]]}]}""", "layer 0 ('dense'), weights 0: its sizes are [2]; [2, 1000000] are expected")]
    [InlineData("m.json", """{"in_shape":[2],"layers":[{"type":"dense","shape":[1],"weights":[[[1],[2,3]]]}]}""", "its rows have different sizes")]
    [InlineData("m.json", """{"in_shape":[1],"layers":[{"type":"dense","shape":[1],"weights":[[[1e999]]]}]}""", "element 0 is '1e999'; a number of single precision is expected")]
    [InlineData("m.json", """{"arrays":{},"layers":[["GRULayer","g","a, b, c, 99999999999, 1, ACTIVATION_TANH"]]}""", "layer 'g': its initialiser has '99999999999' where a size from 1 to 1048576 is expected")]
    [InlineData("m.json", """{"arrays":{},"layers":[["GRULayer","g","a, b, c, 1000000, 1000000, ACTIVATION_TANH"]]}""", "array 'b': a list of 3000000000000 numbers is expected")]
    [InlineData("m.json", """{"arrays":{"w":[300],"b":[0]},"layers":[["DenseLayer","d","b, w, 1, 1, ACTIVATION_TANH"]]}""", "array 'w': element 0 is '300'; a whole number from -128 to 127 is expected")]
    [InlineData("m.pt", "x", "a pickle runs code as it is loaded and is not read")]
    [InlineData("m.h5", "x", "no format has this name; known are *.ghost.json")]
    [InlineData("a.npy", "x", "one array is no model; name the folder")]
    public void Other_files(string file, string content, string expected) => Refused(file, Encoding.UTF8.GetBytes(content), expected);

    [Fact]
    public void A_folder_without_arrays_says_so()
    {
        using var folder = new Folder();
        Assert.Contains("the folder has 0 *.npy files", Assert.Throws<ImportException>(() => ModelImport.Load(folder.PathOf(""))).Message, StringComparison.Ordinal);
    }

    private static void Refused(string file, byte[] content, string expected)
    {
        using var folder = new Folder();
        string path = folder.Write(file, content);
        string model = file.StartsWith("folder/", StringComparison.Ordinal) ? Path.GetDirectoryName(path)! : path;
        long before = GC.GetAllocatedBytesForCurrentThread();
        ImportException exception = Assert.Throws<ImportException>(() => ModelImport.Load(model));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        Assert.Contains(expected, exception.Message, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith(model, exception.File, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", exception.Message, StringComparison.Ordinal);
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
