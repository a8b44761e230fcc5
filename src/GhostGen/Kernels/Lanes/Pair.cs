using System.Runtime.CompilerServices;

namespace GhostGen.Kernels.Lanes;

/// <summary>Twice as many outputs: twice as many independent chains, each element of a source broadcast once for both.</summary>
/// <typeparam name="T">The half.</typeparam>
internal readonly struct Pair<T>(T first, T second) : ILanes<Pair<T>>
    where T : struct, ILanes<T>
{
    private readonly T first = first;
    private readonly T second = second;

    /// <inheritdoc/>
    public static int Count => 2 * T.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Load(ref float source) => new(T.Load(ref source), T.Load(ref Unsafe.Add(ref source, T.Count)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Broadcast(float value)
    {
        T both = T.Broadcast(value);
        return new(both, both);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> MultiplyAdd(Pair<T> left, Pair<T> right, Pair<T> addend) =>
        new(T.MultiplyAdd(left.first, right.first, addend.first), T.MultiplyAdd(left.second, right.second, addend.second));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> First(Pair<T> pairs) => new(T.First(pairs.first), T.First(pairs.second));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Second(Pair<T> pairs) => new(T.Second(pairs.first), T.Second(pairs.second));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> operator *(Pair<T> left, Pair<T> right) => new(left.first * right.first, left.second * right.second);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> operator -(Pair<T> left, Pair<T> right) => new(left.first - right.first, left.second - right.second);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Sigmoid(Pair<T> value) => new(T.Sigmoid(value.first), T.Sigmoid(value.second));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Tanh(Pair<T> value) => new(T.Tanh(value.first), T.Tanh(value.second));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Relu(Pair<T> value) => new(T.Relu(value.first), T.Relu(value.second));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float target)
    {
        first.Store(ref target);
        second.Store(ref Unsafe.Add(ref target, T.Count));
    }
}
