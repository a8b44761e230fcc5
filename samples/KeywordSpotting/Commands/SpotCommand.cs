using GhostGen.Samples.KeywordSpotting.CommandLine;

namespace GhostGen.Samples.KeywordSpotting.Commands;

/// <summary>A command of the program.</summary>
internal abstract class SpotCommand
{
    /// <summary>Its name.</summary>
    public abstract string Name { get; }

    /// <summary>What it does.</summary>
    public abstract string Description { get; }

    /// <summary>How its paths are written in usages; empty if it has none.</summary>
    public virtual string PathsName => "";

    /// <summary>The fewest paths that it takes.</summary>
    public virtual int LeastPaths => 0;

    /// <summary>The most paths that it takes.</summary>
    public virtual int MostPaths => 0;

    /// <summary>What it expects of paths, after its name.</summary>
    public virtual string PathsExpected => "takes no file";

    /// <summary>Its options.</summary>
    public virtual IReadOnlyList<CommandOption> Options => [];

    /// <summary>How it is used, where that is not obvious.</summary>
    public virtual string? Example => null;

    /// <summary>Does it.</summary>
    /// <param name="arguments">What follows its name.</param>
    /// <param name="console">What to read from and write to.</param>
    /// <param name="interrupted">Ends a stream, or work that takes long.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public abstract int Run(ParsedArguments arguments, SpotConsole console, CancellationToken interrupted);
}
