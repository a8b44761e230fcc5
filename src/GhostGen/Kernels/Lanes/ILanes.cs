namespace GhostGen.Kernels.Lanes;

/// <summary>
/// Some neighbouring outputs that are computed together: one value, one vector, or several of those. Kernels are written once over this
/// and compiled for each; there is no dispatch in them.
/// </summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>The number of outputs.</summary>
    static abstract int Count { get; }

    /// <summary>Reads <see cref="Count"/> neighbouring values.</summary>
    static abstract TSelf Load(ref float source);

    /// <summary>One value in every lane.</summary>
    static abstract TSelf Broadcast(float value);

    /// <summary><c>weights * value + addend</c>, fused where the hardware fuses.</summary>
    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary>The first of the two weights that each lane holds: see <see cref="BFloat16Pairs"/>.</summary>
    static abstract TSelf First(TSelf pairs);

    /// <summary>The second of the two weights that each lane holds.</summary>
    static abstract TSelf Second(TSelf pairs);

    /// <summary><c>left * right</c>.</summary>
    static abstract TSelf operator *(TSelf left, TSelf right);

    /// <summary><c>left - right</c>.</summary>
    static abstract TSelf operator -(TSelf left, TSelf right);

    /// <summary>The logistic function.</summary>
    static abstract TSelf Sigmoid(TSelf value);

    /// <summary>The hyperbolic tangent.</summary>
    static abstract TSelf Tanh(TSelf value);

    /// <summary><c>max(x, 0)</c>.</summary>
    static abstract TSelf Relu(TSelf value);

    /// <summary>Writes <see cref="Count"/> neighbouring values.</summary>
    void Store(ref float target);
}
