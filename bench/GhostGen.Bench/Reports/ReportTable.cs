namespace GhostGen.Bench.Reports;

/// <summary>A table, not yet drawn: the first column is text, the others are numbers.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Headers">The names of its columns.</param>
/// <param name="Rows">Its cells.</param>
internal sealed record ReportTable(string Title, IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows);
