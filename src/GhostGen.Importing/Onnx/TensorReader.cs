using System.Buffers.Binary;
using GhostGen.Importing.Onnx.Messages;
using GhostGen.Importing.Onnx.Values;
using GhostGen.Modeling;
using DataType = GhostGen.Importing.Onnx.Messages.TensorProto.Types.DataType;

namespace GhostGen.Importing.Onnx;

/// <summary>Reads the tensors of a file: halves are widened to singles, which is exact; whole numbers become <see cref="Extent"/>s.</summary>
/// <param name="file">The file, for messages and to find external data beside it.</param>
/// <param name="budget">What may be read in all.</param>
internal sealed class TensorReader(string file, ElementBudget budget)
{
    /// <summary>The most axes; the graphs that are read have up to four.</summary>
    public const int MostAxes = 16;

    /// <summary>Reads one.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="place">What messages call it.</param>
    /// <exception cref="ImportException">Its shape and its data do not agree, or its type is not read.</exception>
    public ConstantArray Read(TensorProto tensor, string place)
    {
        int[] sizes = SizesOf(tensor, place);
        int count = CountOf(tensor, place);
        if (tensor.Segment is not null)
        {
            throw Refuse(place, "it is stored in segments, which nothing writes any more and this does not read.");
        }

        if (!budget.TryRead(count))
        {
            throw Refuse(place, FormattableString.Invariant($"it and the tensors before it have more than {ShapeLimits.MostParameters} elements, the most weights that a model may have."));
        }

        return (DataType)tensor.DataType switch
        {
            DataType.Float => Array(sizes, Elements(tensor, place, count, sizeof(float), tensor.FloatData, BinaryPrimitives.ReadSingleLittleEndian)),
            DataType.Double => Array(sizes, Elements(tensor, place, count, sizeof(double), tensor.DoubleData, BinaryPrimitives.ReadDoubleLittleEndian)),
            DataType.Float16 => Array(sizes, Widened(Halves(tensor, place, count), static bits => (float)BitConverter.UInt16BitsToHalf(bits))),
            DataType.Bfloat16 => Array(sizes, Widened(Halves(tensor, place, count), static bits => BitConverter.UInt32BitsToSingle((uint)bits << 16))),
            DataType.Int64 => Extents(sizes, Elements(tensor, place, count, sizeof(long), tensor.Int64Data, BinaryPrimitives.ReadInt64LittleEndian)),
            DataType.Int32 => Extents(sizes, Elements(tensor, place, count, sizeof(int), tensor.Int32Data, static bytes => (long)BinaryPrimitives.ReadInt32LittleEndian(bytes), static value => value)),
            DataType.Bool => Extents(sizes, Elements(tensor, place, count, sizeof(bool), tensor.Int32Data, static bytes => (long)bytes[0], static value => value)),
            _ => throw Refuse(place, FormattableString.Invariant($"its elements are of type {tensor.DataType}; read are float, double, float16, bfloat16, int32, int64 and bool.")),
        };
    }

    private static ConstantArray<T> Array<T>(int[] sizes, T[] values) => new(sizes, values);

    private static ConstantArray<Extent> Extents(int[] sizes, long[] values) => new(sizes, System.Array.ConvertAll(values, Extent.Of));

    private static float[] Widened(ushort[] bits, Converter<ushort, float> widen) => System.Array.ConvertAll(bits, widen);

    private int[] SizesOf(TensorProto tensor, string place)
    {
        if (tensor.Dims.Count > MostAxes)
        {
            throw Refuse(place, FormattableString.Invariant($"it has {tensor.Dims.Count} axes; at most {MostAxes} are read."));
        }

        foreach (long size in tensor.Dims)
        {
            if (size is < 0 or > int.MaxValue)
            {
                throw Refuse(place, FormattableString.Invariant($"one of its sizes is {size}, which no array can have."));
            }
        }

        return [.. tensor.Dims.Select(static size => (int)size)];
    }

    private int CountOf(TensorProto tensor, string place)
    {
        long count = 1;
        foreach (long size in tensor.Dims)
        {
            // Neither factor exceeds 2^31, so the product fits.
            count *= size;
            if (count > ShapeLimits.MostParameters)
            {
                throw Refuse(place, FormattableString.Invariant($"its shape has more than {ShapeLimits.MostParameters} elements, the most weights that a model may have."));
            }
        }

        return count > 0 || tensor.Dims.Count == 1 ? (int)count : throw Refuse(place, "it has no elements.");
    }

    private ushort[] Halves(TensorProto tensor, string place, int count) =>
        Elements(tensor, place, count, sizeof(ushort), tensor.Int32Data, BinaryPrimitives.ReadUInt16LittleEndian, static value => (ushort)value);

    private T[] Elements<T>(TensorProto tensor, string place, int count, int size, IReadOnlyList<T> typed, ElementReader<T> read) =>
        Elements(tensor, place, count, size, typed, read, static value => value);

    private T[] Elements<TStored, T>(
        TensorProto tensor, string place, int count, int size, IReadOnlyList<TStored> typed, ElementReader<T> read, Func<TStored, T> convert)
    {
        if (tensor.DataLocation == TensorProto.Types.DataLocation.External)
        {
            return FromBytes(ExternalData.Read(file, tensor, place, (long)count * size), count, size, read);
        }

        if (tensor.RawData.Length > 0 || typed.Count == 0)
        {
            return tensor.RawData.Length == (long)count * size
                ? FromBytes(tensor.RawData.Span, count, size, read)
                : throw Refuse(place, FormattableString.Invariant($"its shape {Shape(tensor)} needs {(long)count * size} bytes and {tensor.RawData.Length} are there."));
        }

        return typed.Count == count
            ? [.. typed.Select(convert)]
            : throw Refuse(place, FormattableString.Invariant($"its shape {Shape(tensor)} needs {count} elements and {typed.Count} are there."));
    }

    private static T[] FromBytes<T>(ReadOnlySpan<byte> bytes, int count, int size, ElementReader<T> read)
    {
        var elements = new T[count];
        for (int i = 0; i < count; i++)
        {
            elements[i] = read(bytes.Slice(i * size, size));
        }

        return elements;
    }

    private static string Shape(TensorProto tensor) => $"[{string.Join(", ", tensor.Dims)}]";

    private ImportException Refuse(string place, string reason) => new(file, place, reason);

    private delegate T ElementReader<T>(ReadOnlySpan<byte> bytes);
}
