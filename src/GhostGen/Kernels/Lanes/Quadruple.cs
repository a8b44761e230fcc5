using System.Runtime.CompilerServices;

namespace GhostGen.Kernels.Lanes;

/// <summary>Four times as many outputs: see <see cref="Pair{T}"/>. Not a pair of pairs: the compiler keeps the fields of such a struct in memory.</summary>
/// <typeparam name="T">The quarter.</typeparam>
internal readonly struct Quadruple<T>(T first, T second, T third, T fourth) : ILanes<Quadruple<T>>
    where T : struct, ILanes<T>
{
    private readonly T first = first;
    private readonly T second = second;
    private readonly T third = third;
    private readonly T fourth = fourth;

    /// <inheritdoc/>
    public static int Count => 4 * T.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quadruple<T> Load(ref float source) => new(
        T.Load(ref source),
        T.Load(ref Unsafe.Add(ref source, T.Count)),
        T.Load(ref Unsafe.Add(ref source, 2 * T.Count)),
        T.Load(ref Unsafe.Add(ref source, 3 * T.Count)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quadruple<T> Broadcast(float value)
    {
        T all = T.Broadcast(value);
        return new(all, all, all, all);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quadruple<T> MultiplyAdd(Quadruple<T> left, Quadruple<T> right, Quadruple<T> addend) => new(
        T.MultiplyAdd(left.first, right.first, addend.first),
        T.MultiplyAdd(left.second, right.second, addend.second),
        T.MultiplyAdd(left.third, right.third, addend.third),
        T.MultiplyAdd(left.fourth, right.fourth, addend.fourth));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quadruple<T> First(Quadruple<T> pairs) => new(T.First(pairs.first), T.First(pairs.second), T.First(pairs.third), T.First(pairs.fourth));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quadruple<T> Second(Quadruple<T> pairs) => new(T.Second(pairs.first), T.Second(pairs.second), T.Second(pairs.third), T.Second(pairs.fourth));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quadruple<T> operator *(Quadruple<T> left, Quadruple<T> right) =>
        new(left.first * right.first, left.second * right.second, left.third * right.third, left.fourth * right.fourth);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quadruple<T> operator -(Quadruple<T> left, Quadruple<T> right) =>
        new(left.first - right.first, left.second - right.second, left.third - right.third, left.fourth - right.fourth);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quadruple<T> Sigmoid(Quadruple<T> value) =>
        new(T.Sigmoid(value.first), T.Sigmoid(value.second), T.Sigmoid(value.third), T.Sigmoid(value.fourth));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quadruple<T> Tanh(Quadruple<T> value) =>
        new(T.Tanh(value.first), T.Tanh(value.second), T.Tanh(value.third), T.Tanh(value.fourth));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quadruple<T> Relu(Quadruple<T> value) =>
        new(T.Relu(value.first), T.Relu(value.second), T.Relu(value.third), T.Relu(value.fourth));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float target)
    {
        first.Store(ref target);
        second.Store(ref Unsafe.Add(ref target, T.Count));
        third.Store(ref Unsafe.Add(ref target, 2 * T.Count));
        fourth.Store(ref Unsafe.Add(ref target, 3 * T.Count));
    }
}
