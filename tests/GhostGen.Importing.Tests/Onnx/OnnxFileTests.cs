using GhostGen.Importing.Onnx;
using Google.Protobuf;
using Xunit;

namespace GhostGen.Importing.Tests.Onnx;

/// <summary>Files that are made to cost memory or time.</summary>
public sealed class OnnxFileTests
{
    private const int TimeoutMilliseconds = 30_000;

    [Fact(Timeout = TimeoutMilliseconds)]
    public async Task Millions_of_empty_nodes_are_refused_before_they_are_objects()
    {
        // 0A 00: an empty node, five million times, in a graph.
        byte[] nodes = [.. Enumerable.Repeat((byte[])[0x0A, 0x00], 5_000_000).SelectMany(static node => node)];
        await RefusedAsync(Message(7, nodes), "nodes, attributes and values", TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = TimeoutMilliseconds)]
    public async Task Unknown_groups_do_not_hide_messages_from_the_count()
    {
        // A3 06: the start of an unknown group, which never ends. The parser refuses it; the count goes on.
        byte[] nodes = [0xA3, 0x06, .. Enumerable.Repeat((byte[])[0x0A, 0x00], 2_000_000).SelectMany(static node => node)];
        await RefusedAsync(Message(7, nodes), "nodes, attributes and values", TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = TimeoutMilliseconds)]
    public async Task Deeply_nested_unknown_fields_are_refused_or_skipped()
    {
        CancellationToken cancelled = TestContext.Current.CancellationToken;
        byte[] nested = [];
        for (int i = 0; i < 5_000; i++)
        {
            nested = Message(100, nested);
        }

        // Unknown fields with a length are skipped whole, whatever is in them; groups have to be gone through, and may not be deep.
        Assert.Contains("there is no graph", Assert.Throws<ImportException>(() => OnnxFile.Parse(SampleModels.File, nested)).Reason, StringComparison.Ordinal);
        byte[] groups = [.. Enumerable.Repeat((byte[])[0xA3, 0x06], 100_000).SelectMany(static tag => tag)];
        await RefusedAsync(groups, "not an ONNX model", cancelled);
    }

    [Fact]
    public void Lengths_beyond_the_end_are_refused()
    {
        foreach (byte[] bytes in (byte[][])[[0x3A, 0xFF, 0xFF, 0xFF, 0xFF, 0x07], [0x3A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01], [0x3A, 0x05, 0x0A], [0xFF], []])
        {
            Assert.Throws<ImportException>(() => OnnxFile.Parse(SampleModels.File, bytes));
        }
    }

    [Fact]
    public void Metadata_with_one_key_twice_are_refused()
    {
        var model = OnnxExport.ToModel(SampleModels.Stack(), SampleModels.File);
        model.MetadataProps.Add(new Importing.Onnx.Messages.StringStringEntryProto { Key = "a" });
        model.MetadataProps.Add(new Importing.Onnx.Messages.StringStringEntryProto { Key = "a" });
        Assert.Contains("'a' twice", Assert.Throws<ImportException>(() => SampleModels.Import(model)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_what_it_is() => Assert.Throws<FileNotFoundException>(() => OnnxImport.Load("there-is-none.onnx"));

    private static Task RefusedAsync(byte[] bytes, string reason, CancellationToken cancelled) => Task.Run(
        () =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            ImportException exception = Assert.Throws<ImportException>(() => OnnxFile.Parse(SampleModels.File, bytes));
            Assert.Contains(reason, exception.Reason, StringComparison.Ordinal);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64L << 20);
        },
        cancelled);

    private static byte[] Message(int field, byte[] content)
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true))
        {
            output.WriteTag(field, WireFormat.WireType.LengthDelimited);
            output.WriteLength(content.Length);
        }

        return [.. stream.ToArray(), .. content];
    }
}
