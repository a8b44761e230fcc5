namespace GhostGen.Generator.Parsing;

/// <summary>A model, or why there is none. Both are absent where the file itself has a defect, which is reported once, in the file.</summary>
/// <param name="Model">The model.</param>
/// <param name="Problem">The mistake.</param>
internal sealed record JoinResult(ModelSpec? Model, JoinProblem? Problem);
