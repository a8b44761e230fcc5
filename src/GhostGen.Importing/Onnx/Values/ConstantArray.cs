using System.Globalization;

namespace GhostGen.Importing.Onnx.Values;

/// <summary>An array that the file has, or that is computed from nothing but such arrays.</summary>
/// <param name="Sizes">Its sizes, outermost first.</param>
internal abstract record ConstantArray(IReadOnlyList<int> Sizes) : GraphValue
{
    /// <summary>The number of elements.</summary>
    public abstract int Count { get; }

    /// <summary>The sizes as messages write them.</summary>
    public string Dimensions => $"[{string.Join(", ", Sizes.Select(static size => size.ToString(CultureInfo.InvariantCulture)))}]";

    /// <inheritdoc/>
    public override string Words => $"a constant of shape {Dimensions}";

    /// <summary>The same elements in another shape of as many.</summary>
    public abstract ConstantArray Reshaped(IReadOnlyList<int> sizes);

    /// <summary>Elements picked axis by axis.</summary>
    /// <param name="offsets">For each axis of the result and each index along it, what that adds to the place of the element.</param>
    public abstract ConstantArray Picked(IReadOnlyList<int[]> offsets);

    /// <summary>This array and others of the same kind, side by side along an axis; all other sizes are equal.</summary>
    /// <returns><see langword="null"/> where an array is of another kind.</returns>
    public abstract ConstantArray? Joined(IReadOnlyList<ConstantArray> all, int axis);

    /// <summary>How far apart neighbours along each axis are.</summary>
    public int[] Strides()
    {
        var strides = new int[Sizes.Count];
        int stride = 1;
        for (int axis = Sizes.Count - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride *= Sizes[axis];
        }

        return strides;
    }
}

/// <summary>An array of one kind of elements: single precision, double precision, or whole numbers.</summary>
/// <param name="Sizes">Its sizes, outermost first.</param>
/// <param name="Values">Its elements, row-major.</param>
internal sealed record ConstantArray<T>(IReadOnlyList<int> Sizes, T[] Values) : ConstantArray(Sizes)
{
    /// <inheritdoc/>
    public override int Count => Values.Length;

    /// <inheritdoc/>
    public override ConstantArray Reshaped(IReadOnlyList<int> sizes) => new ConstantArray<T>(sizes, Values);

    /// <inheritdoc/>
    public override ConstantArray Picked(IReadOnlyList<int[]> offsets)
    {
        int[] sizes = [.. offsets.Select(static axis => axis.Length)];
        var picked = new T[sizes.Aggregate(1, static (count, size) => count * size)];
        var index = new int[sizes.Length];
        for (int i = 0; i < picked.Length; i++)
        {
            int place = 0;
            for (int axis = 0; axis < index.Length; axis++)
            {
                place += offsets[axis][index[axis]];
            }

            picked[i] = Values[place];
            for (int axis = index.Length - 1; axis >= 0 && ++index[axis] == sizes[axis]; axis--)
            {
                index[axis] = 0;
            }
        }

        return new ConstantArray<T>(sizes, picked);
    }

    /// <inheritdoc/>
    public override ConstantArray? Joined(IReadOnlyList<ConstantArray> all, int axis)
    {
        int[] sizes = [.. Sizes];
        sizes[axis] = all.Sum(array => array.Sizes[axis]);
        int outer = sizes.Take(axis).Aggregate(1, static (count, size) => count * size);
        var joined = new T[all.Sum(static array => array.Count)];
        int at = 0;
        for (int row = 0; row < outer; row++)
        {
            foreach (ConstantArray array in all)
            {
                if (array is not ConstantArray<T> { Values: var values })
                {
                    return null;
                }

                int length = values.Length / outer;
                values.AsSpan(row * length, length).CopyTo(joined.AsSpan(at));
                at += length;
            }
        }

        return new ConstantArray<T>(sizes, joined);
    }
}
