namespace GhostGen.Samples.KeywordSpotting;

/// <summary>How the program ends.</summary>
internal static class ExitCodes
{
    /// <summary>It has done what it was asked for.</summary>
    public const int Good = 0;

    /// <summary>Something is wrong with a file, a folder or a stream.</summary>
    public const int BadInput = 1;

    /// <summary>Something is wrong with the command line.</summary>
    public const int BadUsage = 2;

    /// <summary>Whoever started it has ended it before it was done, as shells count an interrupt.</summary>
    public const int Interrupted = 130;
}
