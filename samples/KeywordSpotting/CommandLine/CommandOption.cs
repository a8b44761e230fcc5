namespace GhostGen.Samples.KeywordSpotting.CommandLine;

/// <summary>An option of a command.</summary>
/// <param name="Name">Its name, with the dashes.</param>
/// <param name="Value">What its value is called; <see langword="null"/> for an option that has none.</param>
/// <param name="Description">What it sets.</param>
internal record CommandOption(string Name, string? Value, string Description);
