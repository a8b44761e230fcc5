using GhostGen.Manifests;
using Xunit;

namespace GhostGen.Tests.Manifests;

public sealed class ModelFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ghostgen-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_saved_file_loads_from_path_stream_and_memory()
    {
        string path = Save();
        SmallModel.AssertSame(SmallModel.Manifest, ModelFile.Load(path));
        SmallModel.AssertSame(SmallModel.Manifest, ModelFile.Load(File.ReadAllBytes(path), "memory"));
        using FileStream stream = File.OpenRead(path);
        SmallModel.AssertSame(SmallModel.Manifest, ModelFile.Load(stream, "stream"));
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void A_stream_that_cannot_seek_and_comes_in_pieces_is_read_whole()
    {
        using var stream = new PiecewiseStream(File.ReadAllBytes(Save()));
        SmallModel.AssertSame(SmallModel.Manifest, ModelFile.Load(stream, "stream"));
    }

    [Fact]
    public void A_stream_is_read_from_where_it_stands()
    {
        byte[] bytes = File.ReadAllBytes(Save());
        using var stream = new MemoryStream([1, 2, 3, .. bytes]) { Position = 3 };
        SmallModel.AssertSame(SmallModel.Manifest, ModelFile.Load(stream, "stream"));
    }

    [Fact]
    public void Saving_replaces_a_file_and_leaves_nothing_beside_it()
    {
        string path = Save();
        File.WriteAllText(path, "something else, and longer than the model: " + new string('x', 100_000));
        ModelFile.Save(SmallModel.Manifest, path);
        SmallModel.AssertSame(SmallModel.Manifest, ModelFile.Load(path));
        Assert.Equal(["small.ghost.json"], folder.GetFiles().Select(static file => file.Name));
    }

    [Fact]
    public void A_failed_save_leaves_what_was_there()
    {
        string path = Path.Combine(folder.FullName, "taken");
        Directory.CreateDirectory(path);
        Assert.ThrowsAny<Exception>(() => ModelFile.Save(SmallModel.Manifest, path));
        Assert.True(Directory.Exists(path));
        Assert.Empty(folder.GetFiles());
    }

    [Fact]
    public void A_defect_names_the_path()
    {
        string path = Path.Combine(folder.FullName, "broken.ghost.json");
        File.WriteAllText(path, "{\n}");
        ModelFileException exception = Assert.Throws<ModelFileException>(() => ModelFile.Load(path));
        Assert.Equal(path, exception.File);
        Assert.StartsWith(path + "(1,1): ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_absent_is_no_defect() =>
        Assert.Throws<FileNotFoundException>(() => ModelFile.Load(Path.Combine(folder.FullName, "absent")));

    private string Save()
    {
        string path = Path.Combine(folder.FullName, "small.ghost.json");
        ModelFile.Save(SmallModel.Manifest, path);
        return path;
    }

    private sealed class PiecewiseStream(byte[] bytes) : Stream
    {
        private int position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int length = Math.Min(Math.Min(count, 7), bytes.Length - position);
            Array.Copy(bytes, position, buffer, offset, length);
            position += length;
            return length;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
