namespace GhostGen.Bench.Sparse;

/// <summary>A pruned model without and with its blocks of zeros.</summary>
/// <param name="Sparse">Without them.</param>
/// <param name="Dense">With them.</param>
/// <param name="SparseBatch">Streams without them.</param>
/// <param name="DenseBatch">Streams with them.</param>
internal sealed record SparseTwins(IStreamingModel Sparse, IStreamingModel Dense, IStreamingBatch SparseBatch, IStreamingBatch DenseBatch);
