namespace GhostGen.Reference.Generic;

/// <summary>The number of weight rows that a panel has for each of its sources.</summary>
/// <param name="Input">The layer's input, or what a cheap operation reads.</param>
/// <param name="Inside">The state behind it in the order of summation that adds to the same accumulators throughout.</param>
/// <param name="Outside">What lies behind that in memory and adds to others: ghosts outside the reset gate, or that there are any.</param>
internal readonly record struct SourceLengths(int Input, int Inside, int Outside);
