namespace GhostGen.Generator.Parsing;

/// <summary>A model, or what is written in its place.</summary>
/// <param name="Model">The model.</param>
/// <param name="Stub">What is written where there is none.</param>
/// <param name="Problem">The mistake that keeps a class and its file apart; absent where one of them has mistakes of its own, which are reported there.</param>
internal sealed record JoinResult(ModelSpec? Model, StubSpec? Stub, JoinProblem? Problem)
{
    /// <summary>A model that can be compiled.</summary>
    internal static JoinResult Of(ModelSpec model) => new(model, null, null);

    /// <summary>No model.</summary>
    internal static JoinResult Of(StubSpec stub, JoinProblem? problem = null) => new(null, stub, problem);
}
