using GhostGen.Packing;

namespace GhostGen.Reference;

/// <summary>The operations that layers are made of, on the numbers that a layer computes with.</summary>
/// <typeparam name="T">Those numbers: singles, or whole numbers.</typeparam>
internal abstract class ReferenceArithmetic<T>
{
    /// <summary>Whether intrinsic states and ghosts are two sources, where gates read both.</summary>
    internal abstract bool PartsState { get; }

    /// <summary>Where a sum of a recurrent layer, or of its ghosts, starts.</summary>
    internal abstract T Start(float bias);

    /// <summary>Where a sum of a dense layer starts.</summary>
    internal abstract T DenseStart(float bias);

    /// <summary>Goes on from <paramref name="sum"/> with the products of a row of weights and a source.</summary>
    internal abstract T Add(T sum, ArraySegment<float> weights, ReadOnlySpan<T> values, StageSource source);

    /// <summary>Goes on from <paramref name="sum"/> with the product of an intrinsic state and its factor in a diagonal cheap map.</summary>
    /// <param name="sum">The sum so far.</param>
    /// <param name="factors">All factors.</param>
    /// <param name="index">The index of the one.</param>
    /// <param name="value">The state.</param>
    internal abstract T AddScaled(T sum, float[] factors, int index, T value);

    /// <summary>Goes on from <paramref name="sum"/> with a bias that counts once there are ghosts.</summary>
    internal abstract T AddWherePresent(T sum, float bias, bool present);

    /// <summary>The logistic function.</summary>
    internal abstract T Sigmoid(T sum);

    /// <summary>The activation of a sum; softmax, which needs all values of a layer, is none here.</summary>
    internal abstract T Apply(Activation activation, T sum);

    /// <summary><c>gate * value</c>.</summary>
    internal abstract T Multiply(T gate, T value);

    /// <summary><c>gate * sum + addend</c>.</summary>
    internal abstract T MultiplyAdd(T gate, T sum, T addend);

    /// <summary>The end of every recurrent step, <c>(1 - z) c + z h</c>.</summary>
    internal abstract T Blend(T update, T old, T candidate);
}
