using System.Runtime.CompilerServices;

namespace GhostGen.Kernels.Lanes;

/// <summary>Three times as many outputs: see <see cref="Pair{T}"/>.</summary>
/// <typeparam name="T">The third.</typeparam>
internal readonly struct Triple<T>(T first, T second, T third) : ILanes<Triple<T>>
    where T : struct, ILanes<T>
{
    private readonly T first = first;
    private readonly T second = second;
    private readonly T third = third;

    /// <inheritdoc/>
    public static int Count => 3 * T.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<T> Load(ref float source) =>
        new(T.Load(ref source), T.Load(ref Unsafe.Add(ref source, T.Count)), T.Load(ref Unsafe.Add(ref source, 2 * T.Count)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<T> Broadcast(float value)
    {
        T all = T.Broadcast(value);
        return new(all, all, all);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<T> MultiplyAdd(Triple<T> left, Triple<T> right, Triple<T> addend) => new(
        T.MultiplyAdd(left.first, right.first, addend.first),
        T.MultiplyAdd(left.second, right.second, addend.second),
        T.MultiplyAdd(left.third, right.third, addend.third));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<T> First(Triple<T> pairs) => new(T.First(pairs.first), T.First(pairs.second), T.First(pairs.third));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<T> Second(Triple<T> pairs) => new(T.Second(pairs.first), T.Second(pairs.second), T.Second(pairs.third));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<T> operator *(Triple<T> left, Triple<T> right) => new(left.first * right.first, left.second * right.second, left.third * right.third);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<T> operator -(Triple<T> left, Triple<T> right) => new(left.first - right.first, left.second - right.second, left.third - right.third);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<T> Sigmoid(Triple<T> value) => new(T.Sigmoid(value.first), T.Sigmoid(value.second), T.Sigmoid(value.third));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<T> Tanh(Triple<T> value) => new(T.Tanh(value.first), T.Tanh(value.second), T.Tanh(value.third));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<T> Relu(Triple<T> value) => new(T.Relu(value.first), T.Relu(value.second), T.Relu(value.third));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float target)
    {
        first.Store(ref target);
        second.Store(ref Unsafe.Add(ref target, T.Count));
        third.Store(ref Unsafe.Add(ref target, 2 * T.Count));
    }
}
