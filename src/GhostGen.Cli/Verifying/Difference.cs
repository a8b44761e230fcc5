namespace GhostGen.Cli.Verifying;

/// <summary>How far values are from what they are held against.</summary>
/// <param name="Values">The values compared.</param>
/// <param name="Different">Those whose bits are not the expected ones'.</param>
/// <param name="MaximumUlp">The largest distance in units of the last place of the expected single; infinite where only one of two is a number.</param>
/// <param name="MaximumAbsolute">The largest absolute difference.</param>
internal sealed record Difference(long Values, long Different, double MaximumUlp, double MaximumAbsolute);
