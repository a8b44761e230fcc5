namespace GhostGen.Cli.Benching;

/// <summary>What limits are called.</summary>
internal static class LimitNames
{
    /// <summary>Only reading the weights.</summary>
    public const string Read = "roof: reading weights";

    /// <summary>Only multiplying and adding.</summary>
    public const string Arithmetic = "roof: multiply-adds";
}
