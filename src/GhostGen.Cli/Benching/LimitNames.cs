namespace GhostGen.Cli.Benching;

/// <summary>What limits are called.</summary>
internal static class LimitNames
{
    /// <summary>Only reading the weights.</summary>
    public const string Read = "roof: a plain read of the weights";

    /// <summary>Only multiplying and adding.</summary>
    public const string Arithmetic = "roof: the multiply-adds at peak";
}
