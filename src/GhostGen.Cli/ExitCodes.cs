namespace GhostGen.Cli;

/// <summary>How the tool ends.</summary>
internal static class ExitCodes
{
    /// <summary>Everything is as it should be.</summary>
    public const int Good = 0;

    /// <summary>A model does not compute what it should.</summary>
    public const int Differs = 1;

    /// <summary>What was asked for cannot be done: the command line, a file, a model that is not supported.</summary>
    public const int BadInput = 2;

    /// <summary>The tool itself has failed.</summary>
    public const int Failure = 3;

    /// <summary>Whoever started it has ended it, as shells count an interrupt.</summary>
    public const int Cancelled = 130;
}
