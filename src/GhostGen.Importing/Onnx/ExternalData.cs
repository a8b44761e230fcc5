using System.Globalization;
using GhostGen.Importing.Onnx.Messages;
using GhostGen.Manifests;

namespace GhostGen.Importing.Onnx;

/// <summary>Tensors whose bytes stand in a file of their own, as models beyond 2 GB have to have them. Only files beside the model are opened.</summary>
internal static class ExternalData
{
    /// <summary>Reads the bytes of a tensor.</summary>
    /// <param name="model">The model's file.</param>
    /// <param name="tensor">The tensor.</param>
    /// <param name="place">What messages call it.</param>
    /// <param name="length">The bytes that its shape needs.</param>
    /// <exception cref="ImportException">The place is not beside the model, or not as long.</exception>
    public static byte[] Read(string model, TensorProto tensor, string place, long length)
    {
        string location = Entry(tensor, "location") ?? throw new ImportException(model, place, "its data is external, and no location is given.");
        if (!IsPlainName(location))
        {
            throw new ImportException(
                model, place, $"its data is in {Quote.Of(location)}; only a file beside the model is opened, named without a folder. Put it there, or save the model as one file.");
        }

        string path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(model))!, location);
        if (!File.Exists(path))
        {
            throw new ImportException(model, place, $"its data is in {Quote.Of(location)}, and there is no such file beside the model.");
        }

        long offset = Number(model, tensor, place, "offset") ?? 0;
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        long stated = Number(model, tensor, place, "length") ?? stream.Length - offset;
        if (stated != length)
        {
            throw new ImportException(model, place, FormattableString.Invariant($"its shape needs {length} bytes and {stated} are given in {Quote.Of(location)}."));
        }

        if (offset > stream.Length || stream.Length - offset < length)
        {
            throw new ImportException(
                model, place, FormattableString.Invariant($"its {length} bytes begin at {offset} of {Quote.Of(location)}, which has {stream.Length}."));
        }

        var bytes = new byte[length];
        stream.Position = offset;
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static bool IsPlainName(string location) =>
        location is not ("" or "." or "..") && location.AsSpan().IndexOfAny("/\\:\0") < 0 && Path.GetFileName(location) == location;

    private static string? Entry(TensorProto tensor, string key) => tensor.ExternalData.FirstOrDefault(entry => entry.Key == key)?.Value;

    private static long? Number(string model, TensorProto tensor, string place, string key)
    {
        if (Entry(tensor, key) is not { } text)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value)
            ? value
            : throw new ImportException(model, place, $"the {key} of its external data is {Quote.Of(text)}, and a whole number from 0 is expected.");
    }
}
