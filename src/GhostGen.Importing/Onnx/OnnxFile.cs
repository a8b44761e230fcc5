using GhostGen.Importing.Onnx.Messages;
using Google.Protobuf;

namespace GhostGen.Importing.Onnx;

/// <summary>Reads the bytes of an ONNX model.</summary>
internal static class OnnxFile
{
    /// <summary>The largest file: four times the weights that a model may have, in single precision.</summary>
    private const long MostBytes = 1L << 30;

    private static readonly MessageParser<ModelProto> parser = ModelProto.Parser.WithDiscardUnknownFields(true);

    /// <summary>Parses a file.</summary>
    /// <exception cref="ImportException">It is too large, or no ONNX model.</exception>
    public static ModelProto Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (stream.Length > MostBytes)
        {
            throw new ImportException(
                path,
                null,
                FormattableString.Invariant($"the file has {stream.Length} bytes; at most {MostBytes} are read. Weights may stand in a file of external data beside it."));
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Parse(path, bytes);
    }

    /// <summary>Parses the bytes of a file.</summary>
    /// <exception cref="ImportException">They are no ONNX model.</exception>
    public static ModelProto Parse(string path, byte[] bytes)
    {
        MessageLimit.Require(path, bytes);
        try
        {
            ModelProto model = parser.ParseFrom(bytes);
            return model.Graph is null ? throw new ImportException(path, null, "there is no graph in it; this is not an ONNX model, or not all of one.") : model;
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new ImportException(path, null, $"this is not an ONNX model, or not all of one: {exception.Message}", exception);
        }
    }
}
