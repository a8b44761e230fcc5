using GhostGen.Importing.Onnx;
using GhostGen.Importing.Onnx.Messages;
using GhostGen.Importing.Onnx.Values;
using GhostGen.Importing.Tests.Support;
using Google.Protobuf;
using Xunit;
using DataType = GhostGen.Importing.Onnx.Messages.TensorProto.Types.DataType;

namespace GhostGen.Importing.Tests.Onnx;

/// <summary>Tensors, raw, typed and in files of their own: every number as it is, and nothing believed that the bytes do not bear out.</summary>
public sealed class OnnxTensorTests
{
    [Fact]
    public void Every_half_is_widened_exactly_raw_and_typed()
    {
        ushort[] all = [.. Enumerable.Range(0, 1 << 16).Select(static bits => (ushort)bits)];
        byte[] bytes = [.. all.SelectMany(BitConverter.GetBytes)];
        foreach ((DataType type, Func<ushort, float> widen) in ((DataType, Func<ushort, float>)[])
            [(DataType.Float16, static bits => (float)BitConverter.UInt16BitsToHalf(bits)), (DataType.Bfloat16, static bits => BitConverter.Int32BitsToSingle(bits << 16))])
        {
            var raw = new TensorProto { DataType = (int)type, Dims = { 1 << 16 }, RawData = ByteString.CopyFrom(bytes) };
            var typed = new TensorProto { DataType = (int)type, Dims = { 1 << 16 }, Int32Data = { all.Select(static bits => (int)bits) } };
            int[] expected = [.. all.Select(bits => BitConverter.SingleToInt32Bits(widen(bits)))];
            Assert.Equal(expected, Bits(raw));
            Assert.Equal(expected, Bits(typed));
        }
    }

    [Fact]
    public void Singles_and_doubles_are_read_raw_and_typed()
    {
        float[] singles = [1.5f, -0f, float.Epsilon, float.MaxValue];
        Assert.Equal(singles.Select(BitConverter.SingleToInt32Bits), Bits(new() { DataType = 1, Dims = { 2, 2 }, FloatData = { singles } }));
        Assert.Equal(singles.Select(BitConverter.SingleToInt32Bits), Bits(new() { DataType = 1, Dims = { 4 }, RawData = ByteString.CopyFrom([.. singles.SelectMany(BitConverter.GetBytes)]) }));
        Assert.Equal([0.1], ((ConstantArray<double>)Read(new() { DataType = 11, DoubleData = { 0.1 } })).Values);
        Assert.Equal([0.1], ((ConstantArray<double>)Read(new() { DataType = 11, Dims = { 1 }, RawData = ByteString.CopyFrom(BitConverter.GetBytes(0.1)) })).Values);
        Assert.Equal([Extent.Of(-7)], ((ConstantArray<Extent>)Read(new() { DataType = 6, RawData = ByteString.CopyFrom(BitConverter.GetBytes(-7)) })).Values);
        Assert.Equal([Extent.Of(long.MinValue)], ((ConstantArray<Extent>)Read(new() { DataType = 7, Int64Data = { long.MinValue } })).Values);
        Assert.Equal([Extent.Of(1)], ((ConstantArray<Extent>)Read(new() { DataType = 9, RawData = ByteString.CopyFrom([1]) })).Values);
    }

    [Fact]
    public void Doubles_are_weights_only_where_they_are_singles()
    {
        var graph = new SmallGraph();
        string exact = graph.Writer.AddDoubles("exact", [1, 0.5, -3], 3, 1);
        Assert.Equal([1, 0.5f, -3], SampleModels.Import(graph.Add("MatMul", [exact]).Build()) is var read ? read.Tensor(read.Shape.Layers[0], "weight") : []);
        graph = new SmallGraph();
        string rounded = graph.Writer.AddDoubles("rounded", [1, 0.1, -3], 3, 1);
        ImportException exception = Assert.Throws<ImportException>(() => SampleModels.Import(graph.Add("MatMul", [rounded]).Build()));
        Assert.Contains("element 1, 0.1, is no single", exception.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Shapes_that_the_data_does_not_fill_are_refused_before_anything_is_allocated()
    {
        foreach (long[] sizes in (long[][])[[-1], [long.MaxValue], [1L << 40], [1 << 26, 2], [int.MaxValue, int.MaxValue, int.MaxValue], [1 << 26], [3], [0, int.MaxValue], [.. Enumerable.Repeat(1L, 17)]])
        {
            foreach (bool raw in (bool[])[true, false])
            {
                var tensor = new TensorProto { DataType = 1, Dims = { sizes } };
                if (raw)
                {
                    tensor.RawData = ByteString.CopyFrom(new byte[8]);
                }
                else
                {
                    tensor.FloatData.Add([1f, 2f]);
                }

                long before = GC.GetAllocatedBytesForCurrentThread();
                Assert.Throws<ImportException>(() => Read(tensor));
                Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
            }
        }
    }

    [Fact]
    public void Bytes_that_many_tensors_name_are_read_as_often_as_a_model_may_have_weights()
    {
        using var folder = new Folder();
        using (FileStream stream = File.Create(folder.PathOf("weights.bin")))
        {
            stream.SetLength(1 << 20);
        }

        var reader = new TensorReader(folder.PathOf("model.onnx"), new());
        TensorProto tensor = External(1 << 18, "weights.bin", null, null);
        for (int i = 0; i < 1 << 8; i++)
        {
            Assert.Equal(1 << 18, reader.Read(tensor, "t").Count);
        }

        Assert.Contains("more than 67108864 elements", Assert.Throws<ImportException>(() => reader.Read(tensor, "t")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Types_that_are_not_read_and_segments_are_refused()
    {
        Assert.Contains("of type 8", Assert.Throws<ImportException>(() => Read(new() { DataType = 8 })).Reason, StringComparison.Ordinal);
        Assert.Contains("segments", Assert.Throws<ImportException>(() => Read(new() { DataType = 1, Segment = new() })).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_beside_the_model_is_read_and_nothing_else_is_opened()
    {
        using var folder = new Folder();
        using var other = new Folder();
        byte[] bytes = [9, 9, .. BitConverter.GetBytes(1.5f), .. BitConverter.GetBytes(-2f)];
        File.WriteAllBytes(folder.PathOf("weights.bin"), bytes);
        File.WriteAllBytes(other.PathOf("weights.bin"), bytes);
        var reader = new TensorReader(folder.PathOf("model.onnx"), new());
        Assert.Equal([1.5f, -2f], ((ConstantArray<float>)reader.Read(External(2, "weights.bin", "2", "8"), "t")).Values);
        Assert.Equal([-2f], ((ConstantArray<float>)reader.Read(External(1, "weights.bin", "6", null), "t")).Values);
        foreach ((TensorProto tensor, string reason) in ((TensorProto, string)[])
        [
            (External(2, null, null, null), "no location"),
            (External(2, other.PathOf("weights.bin"), "2", "8"), "only a file beside the model"),
            (External(2, $"../{Path.GetFileName(Path.GetDirectoryName(other.PathOf("a")))}/weights.bin", "2", "8"), "only a file beside the model"),
            (External(2, "..", "2", "8"), "only a file beside the model"),
            (External(2, "a\\b", "2", "8"), "only a file beside the model"),
            (External(2, "C:weights.bin", "2", "8"), "only a file beside the model"),
            (External(2, "", "2", "8"), "only a file beside the model"),
            (External(2, "missing.bin", "2", "8"), "no such file"),
            (External(2, "weights.bin", "-2", "8"), "a whole number from 0"),
            (External(2, "weights.bin", "2", "1e3"), "a whole number from 0"),
            (External(2, "weights.bin", "3", "8"), "begin at 3 of 'weights.bin', which has 10"),
            (External(2, "weights.bin", "9223372036854775807", "8"), "begin at 9223372036854775807"),
            (External(2, "weights.bin", "2", "4"), "needs 8 bytes and 4 are given"),
            (External(1 << 20, "weights.bin", "2", null), "needs 4194304 bytes and 8 are given"),
        ])
        {
            Assert.Contains(reason, Assert.Throws<ImportException>(() => reader.Read(tensor, "t")).Reason, StringComparison.Ordinal);
        }
    }

    private static ConstantArray Read(TensorProto tensor) => new TensorReader(SampleModels.File, new()).Read(tensor, "the tensor");

    private static IEnumerable<int> Bits(TensorProto tensor) => ((ConstantArray<float>)Read(tensor)).Values.Select(BitConverter.SingleToInt32Bits);

    private static TensorProto External(int count, string? location, string? offset, string? length)
    {
        var tensor = new TensorProto { DataType = 1, Dims = { count }, DataLocation = TensorProto.Types.DataLocation.External };
        foreach ((string key, string? value) in ((string, string?)[])[("location", location), ("offset", offset), ("length", length)])
        {
            if (value is not null)
            {
                tensor.ExternalData.Add(new StringStringEntryProto { Key = key, Value = value });
            }
        }

        return tensor;
    }
}
