using GhostGen.Importing.Onnx.Values;

namespace GhostGen.Importing.Onnx.Operators;

/// <summary>
/// Finds out which axes are behind the sizes of a reshape. Elements keep their order, so each new axis is a run of neighbouring old ones; which
/// run follows from the sizes, taken from both ends up to the one that is left to infer.
/// </summary>
internal sealed class AxisMatch
{
    private const long Inferred = -1;
    private const long Copied = 0;

    private readonly GraphNode node;
    private readonly IReadOnlyList<Axis> old;
    private readonly List<(AxisPart Part, bool IsFeatures)> parts = [];
    private int first;
    private int end;

    private AxisMatch(GraphNode node, IReadOnlyList<Axis> old)
    {
        this.node = node;
        this.old = old;
        foreach (Axis axis in old)
        {
            // An axis of size 1 may stand anywhere, that of a single feature too.
            if (axis.Size != 1)
            {
                parts.AddRange(axis.Parts.Select(part => (part, axis.IsFeatures)));
            }
        }

        end = parts.Count;
    }

    /// <summary>The new axes.</summary>
    /// <param name="node">The node, for messages.</param>
    /// <param name="old">The axes before.</param>
    /// <param name="sizes">The new sizes: 0 copies, -1 is inferred.</param>
    public static Axis[] Find(GraphNode node, IReadOnlyList<Axis> old, IReadOnlyList<Extent> sizes)
    {
        var match = new AxisMatch(node, old);
        var axes = new Axis[sizes.Count];
        int from = 0;
        int to = sizes.Count;
        while (from < to && sizes[from].Value != Inferred)
        {
            axes[from] = match.Take(sizes[from], from, fromStart: true);
            from++;
        }

        while (to > from + 1 && sizes[to - 1].Value != Inferred)
        {
            to--;
            axes[to] = match.Take(sizes[to], to, fromStart: false);
        }

        if (from < to)
        {
            axes[from] = match.Merged(match.first, match.end);
            match.first = match.end;
        }

        return match.first == match.end ? match.WithSingleFeature(axes) : throw node.Refuse("its new sizes are fewer elements than it reads.");
    }

    /// <summary>One axis of several neighbouring ones.</summary>
    public static Axis Merge(GraphNode node, IReadOnlyList<Axis> axes)
    {
        var match = new AxisMatch(node, axes);
        return match.WithSingleFeature([match.Merged(0, match.end)])[0];
    }

    private Axis Take(Extent size, int position, bool fromStart)
    {
        int count = size.Value switch
        {
            1 => 0,
            Copied => Copy(position),
            long known => CountOf(known, fromStart),
            null => CountOf(size, fromStart),
        };
        if (count > end - first)
        {
            throw Undecided();
        }

        (int from, int to) = fromStart ? (first, first + count) : (end - count, end);
        (first, end) = fromStart ? (to, end) : (first, from);
        return Merged(from, to);
    }

    /// <summary>How many parts the old axis at a position has.</summary>
    private int Copy(int position)
    {
        if (position >= old.Count)
        {
            throw node.Refuse(FormattableString.Invariant($"its new size {position} is that of an axis which is not there."));
        }

        return old[position].Size == 1 ? 0 : old[position].Parts.Count;
    }

    /// <summary>How many parts have a known size together.</summary>
    private int CountOf(long size, bool fromStart)
    {
        long product = 1;
        int count = 0;
        while (product < size && count < end - first && Next(count, fromStart).Size is { } next)
        {
            product *= next;
            count++;
        }

        return product == size ? count : throw Undecided();
    }

    /// <summary>One part, if its size is the one meant.</summary>
    private int CountOf(Extent size, bool fromStart) =>
        first < end && size.Part == Next(0, fromStart).Number ? 1 : throw Undecided();

    private AxisPart Next(int index, bool fromStart) => parts[fromStart ? first + index : end - 1 - index].Part;

    private Axis Merged(int from, int to)
    {
        bool hasFeatures = parts[from..to].Any(static part => part.IsFeatures);
        return hasFeatures && to - from > 1
            ? throw node.Refuse("it merges the features of a step with steps or sequences, so that a layer would read several steps at once.")
            : new([.. parts[from..to].Select(static part => part.Part)], hasFeatures);
    }

    /// <summary>Where there is one feature only, which no size tells from other axes of size 1, it is the last of these; or it is gone.</summary>
    private Axis[] WithSingleFeature(Axis[] axes)
    {
        int last = Array.FindLastIndex(axes, static axis => axis.Parts.Count == 0);
        if (last >= 0 && old.FirstOrDefault(static axis => axis.IsFeatures && axis.Size == 1) is { } feature)
        {
            axes[last] = feature;
        }

        return axes;
    }

    private ImportException Undecided() => node.Refuse(
        "whether its result still has a step's features side by side cannot be decided from the sizes that are known. Export with the sizes of the input fixed, or without the reshape.");
}
