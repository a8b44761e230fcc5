using GhostGen.Modeling;

namespace GhostGen.Folding;

/// <summary>
/// Folds linear ghosts into the recurrent weights: where <c>g = A h + b</c>, a product with the whole state is one with its intrinsic part
/// and a constant, <c>U h + V g = (U + V A) h + V b</c>. In double precision with plain loops, ascending and never fused, and rounded once:
/// the same bits wherever it is done.
/// </summary>
internal static class GhostFolding
{
    private const int Gates = 3;

    /// <summary>
    /// Whether the ghosts of <paramref name="layer"/> are folded: they are linear, and a step gets by with fewer multiply-adds. Where the
    /// reset gate parts the candidate's share of h from that of g, both are products with h afterwards, and stay two.
    /// </summary>
    internal static bool Applies(GhostGruShape layer)
    {
        if (layer.CheapActivation != Activation.None)
        {
            return false;
        }

        long before = (long)Gates * layer.Ghosts;
        long after = (IsWhole(layer) ? 0L : layer.Intrinsic) + (layer.CheapBias ? Gates : 0);
        return after < before;
    }

    /// <summary>The tensors of a layer whose ghosts are folded.</summary>
    internal static Sequence<TensorShape> Tensors(GhostGruShape layer)
    {
        int gates = Gates * layer.Intrinsic;
        var tensors = new List<TensorShape>();
        Sequence<TensorShape> own = layer.Tensors;
        for (int i = 0; i < own.Count; i++)
        {
            if (own[i].Name != TensorNames.WeightHidden)
            {
                tensors.Add(own[i]);
                continue;
            }

            tensors.Add(new(TensorNames.WeightHidden, gates, layer.Intrinsic));
            if (!IsWhole(layer))
            {
                tensors.Add(new(FoldedNames.WeightGhostCandidate, layer.Intrinsic, layer.Intrinsic));
            }

            if (layer.CheapBias)
            {
                tensors.Add(new(FoldedNames.BiasGhosts, gates));
            }
        }

        return new(tensors.ToArray());
    }

    /// <summary>Replaces the recurrent weights among a layer's tensors by folded ones.</summary>
    internal static void Fold(GhostGruShape layer, Dictionary<string, float[]> tensors)
    {
        int intrinsic = layer.Intrinsic;
        float[] hidden = tensors[TensorNames.WeightHidden];
        float[] cheap = tensors[TensorNames.WeightCheap];
        float[]? bias = layer.CheapBias ? tensors[TensorNames.BiasCheap] : null;
        var folded = new float[Gates * intrinsic * intrinsic];
        var apart = new float[intrinsic * intrinsic];
        var constants = new float[Gates * intrinsic];
        var sums = new double[intrinsic];
        for (int row = 0; row < Gates * intrinsic; row++)
        {
            // The candidate's rows, which come last, keep h and g apart unless the reset gate takes them together.
            bool isApart = row >= (Gates - 1) * intrinsic && !IsWhole(layer);
            int first = row * layer.Hidden;
            for (int column = 0; column < intrinsic; column++)
            {
                sums[column] = isApart ? 0 : hidden[first + column];
            }

            constants[row] = AddGhosts(layer, hidden, first + intrinsic, cheap, bias, sums);
            if (isApart)
            {
                Array.Copy(hidden, first, folded, row * intrinsic, intrinsic);
            }

            float[] target = isApart ? apart : folded;
            int start = (isApart ? row - ((Gates - 1) * intrinsic) : row) * intrinsic;
            for (int column = 0; column < intrinsic; column++)
            {
                target[start + column] = Round(sums[column]);
            }
        }

        tensors[TensorNames.WeightHidden] = folded;
        if (!IsWhole(layer))
        {
            tensors.Add(FoldedNames.WeightGhostCandidate, apart);
        }

        if (bias is not null)
        {
            tensors.Add(FoldedNames.BiasGhosts, constants);
        }
    }

    /// <summary>Adds a row of the ghosts' weights, from <paramref name="first"/> on, times the cheap operation to <paramref name="sums"/>, ghost by ghost.</summary>
    /// <returns>The row times the cheap operation's bias.</returns>
    private static float AddGhosts(GhostGruShape layer, float[] weights, int first, float[] cheap, float[]? bias, double[] sums)
    {
        int groups = layer.Cheap == CheapMap.Grouped ? layer.Groups : 1;
        int ghostsPerGroup = layer.Ghosts / groups;
        int columns = layer.Cheap == CheapMap.Diagonal ? 1 : layer.Intrinsic / groups;
        double constant = 0;
        for (int ghost = 0; ghost < layer.Ghosts; ghost++)
        {
            double weight = weights[first + ghost];
            int source = layer.Cheap == CheapMap.Diagonal ? ghost % layer.Intrinsic : ghost / ghostsPerGroup * columns;
            for (int column = 0; column < columns; column++)
            {
                sums[source + column] += weight * cheap[(ghost * columns) + column];
            }

            constant += bias is null ? 0 : weight * bias[ghost];
        }

        return Round(constant);
    }

    /// <summary>Rounds to single precision; beyond it, to the largest number there is, because an infinite weight times a state of zero is not a number.</summary>
    private static float Round(double value) => (float)Math.Max(-float.MaxValue, Math.Min(float.MaxValue, value));

    private static bool IsWhole(GhostGruShape layer) => layer.Reset == ResetForm.AfterWholeProduct;
}
