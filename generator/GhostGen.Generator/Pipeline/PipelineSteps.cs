namespace GhostGen.Generator.Pipeline;

/// <summary>The names under which the compiler records why each step of the pipeline ran.</summary>
internal static class PipelineSteps
{
    /// <summary>A class and its attributes, as values.</summary>
    internal const string Classes = "Classes";

    /// <summary>The model files, read and checked.</summary>
    internal const string Files = "Files";

    /// <summary>What the emitted files would be called, before two that differ only in case are told apart.</summary>
    internal const string Names = "Names";

    /// <summary>Classes joined with their files, and planned.</summary>
    internal const string Models = "Models";

    /// <summary>What a step's file is written from.</summary>
    internal const string Steps = "Steps";

    /// <summary>What a file of weights is written from.</summary>
    internal const string Weights = "Weights";

    /// <summary>What a stub is written from.</summary>
    internal const string Stubs = "Stubs";
}
