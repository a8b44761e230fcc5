using System.Collections;

namespace GhostGen.Modeling;

/// <summary>An immutable list that is equal to another one when their elements are: what records need to be values, and incremental generators to be incremental.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public sealed class Sequence<T> : IReadOnlyList<T>, IEquatable<Sequence<T>>
{
    private readonly T[] items;

    /// <summary>Copies <paramref name="items"/>.</summary>
    public Sequence(IEnumerable<T> items) => this.items = items.ToArray();

    /// <summary>Copies <paramref name="items"/>. Short lists of a program that starts come this way, and no query is compiled for them.</summary>
    public Sequence(T[] items) => this.items = (T[])items.Clone();

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public T this[int index] => items[index];

    /// <inheritdoc/>
    public bool Equals(Sequence<T>? other)
    {
        if (other is null || other.items.Length != items.Length)
        {
            return false;
        }

        for (int i = 0; i < items.Length; i++)
        {
            if (!EqualityComparer<T>.Default.Equals(items[i], other.items[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Sequence<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = items.Length;
        foreach (T item in items)
        {
            hash = unchecked((hash * 31) + (item?.GetHashCode() ?? 0));
        }

        return hash;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
}
