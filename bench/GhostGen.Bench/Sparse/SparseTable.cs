using GhostGen.Bench.Reports;

namespace GhostGen.Bench.Sparse;

/// <summary>Lays out pruned models as a table.</summary>
internal static class SparseTable
{
    private static readonly string[] Headers =
        ["in → hidden", "block", "zeros, %", "dense KiB", "KiB", "dense Step", "Step", "gain", "dense Run", "Run", "gain", "dense batch", "batch", "gain"];

    /// <summary>The table of a result.</summary>
    public static ReportTable Of(SparseResult result) => new("Pruned models with all weights and without their blocks of zeros, ns per step", Headers, [.. result.Models.Select(Row)]);

    private static IReadOnlyList<string> Row(SparseTimes model) =>
    [
        FormattableString.Invariant($"{model.Kind} {model.Input} → {model.Hidden}"),
        FormattableString.Invariant($"{model.Block} x {model.Block}"),
        NumberText.Whole(100 * model.Zeros),
        NumberText.Tenths(model.DenseBytes / 1024.0),
        NumberText.Tenths(model.SparseBytes / 1024.0),
        .. Pair(model, SparseTimes.Step),
        .. Pair(model, SparseTimes.Run),
        .. Pair(model, SparseTimes.Batch),
    ];

    private static string[] Pair(SparseTimes model, string contender)
    {
        double dense = model.Least(SparseTimes.Dense + contender);
        double sparse = model.Least(SparseTimes.Sparse + contender);
        return [NumberText.Nanoseconds(dense), NumberText.Nanoseconds(sparse), NumberText.Ratio(dense / sparse)];
    }
}
