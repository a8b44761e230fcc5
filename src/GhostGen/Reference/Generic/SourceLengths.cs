namespace GhostGen.Reference.Generic;

/// <summary>The number of weight rows that a panel has for each of its sources.</summary>
/// <param name="Input">The layer's input, or what a cheap operation reads.</param>
/// <param name="Inside">The state that the reset gate acts on.</param>
/// <param name="Outside">The state behind it that stays outside.</param>
internal readonly record struct SourceLengths(int Input, int Inside, int Outside);
