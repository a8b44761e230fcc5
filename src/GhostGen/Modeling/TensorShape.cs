namespace GhostGen.Modeling;

/// <summary>The name and the sizes of one tensor of a layer: a matrix (row-major, a row per output) or a vector.</summary>
/// <param name="Name">The name within its layer, such as <c>weight_ih</c>; the model file prefixes it with the layer's name and a dot.</param>
/// <param name="Rows">The number of rows of a matrix, or of elements of a vector.</param>
/// <param name="Columns">The number of columns of a matrix; <see langword="null"/> for a vector.</param>
public sealed record TensorShape(string Name, int Rows, int? Columns = null)
{
    /// <summary>The number of elements.</summary>
    public long Count => (long)Rows * (Columns ?? 1);

    /// <summary>Whether its elements are added and not multiplied.</summary>
    internal bool IsBias => Name.StartsWith("bias", StringComparison.Ordinal);

    /// <summary>The sizes as people write them: <c>[462, 10]</c> or <c>[462]</c>.</summary>
    public string Dimensions => Columns is { } columns ? $"[{Rows}, {columns}]" : $"[{Rows}]";
}
