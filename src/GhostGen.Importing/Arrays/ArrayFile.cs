namespace GhostGen.Importing.Arrays;

/// <summary>A file that holds named arrays and nothing of how they belong together.</summary>
/// <param name="File">What messages call it.</param>
/// <param name="Arrays">The arrays, in the file's order, with distinct names.</param>
/// <param name="KeepsOrder">Whether the file's order is the one in which they were saved.</param>
/// <param name="Description">The layer description that the file carries, as JSON, or <see langword="null"/>.</param>
internal sealed record ArrayFile(string File, IReadOnlyList<NamedArray> Arrays, bool KeepsOrder, string? Description = null);
