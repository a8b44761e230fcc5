namespace GhostGen.Cli.Emitting;

/// <summary>A file that the generator writes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">Its text.</param>
internal sealed record EmittedFile(string Name, string Text);
