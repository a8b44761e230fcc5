namespace GhostGen.Generator.Emission;

/// <summary>The names that the generator gives to members of a user's class, which the user's part therefore cannot have.</summary>
internal static class GeneratedMembers
{
    private static readonly string[] Common =
        ["InputSize", "OutputSize", "StateSize", "Info", "State", "Step", "Run", "Reset", BatchEmitter.ClassName, "modelMemory", "modelWeights"];

    private static readonly string[] Loading = [.. Common, "Load", "LoadWeights"];

    private static readonly string[] Compiled = [.. Common, WeightsEmitter.ClassName];

    /// <summary>The names in a class whose weights are loaded at run time, or compiled in.</summary>
    internal static IReadOnlyList<string> Names(bool loadsWeights) => loadsWeights ? Loading : Compiled;
}
