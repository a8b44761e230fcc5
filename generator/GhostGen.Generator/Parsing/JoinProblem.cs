using GhostGen.Modeling;

namespace GhostGen.Generator.Parsing;

/// <summary>Why a class and the model files of its project do not make a model.</summary>
internal abstract record JoinProblem
{
    /// <summary>No file has the name.</summary>
    /// <param name="Known">The paths of the model files that there are.</param>
    internal sealed record NotFound(Sequence<string> Known) : JoinProblem;

    /// <summary>Several files have it.</summary>
    /// <param name="Paths">Their paths.</param>
    internal sealed record Ambiguous(Sequence<string> Paths) : JoinProblem;

    /// <summary>The attributes and the file give different shapes.</summary>
    /// <param name="Difference">The first difference in words.</param>
    /// <param name="Layer">The index of the layer; <see langword="null"/> where the number of layers differs.</param>
    internal sealed record ShapeDiffers(string Difference, int? Layer) : JoinProblem;

    /// <summary>There are more weights than can be compiled in.</summary>
    /// <param name="Count">How many, with padding where that is what exceeds the limit.</param>
    internal sealed record TooManyWeights(long Count) : JoinProblem;
}
