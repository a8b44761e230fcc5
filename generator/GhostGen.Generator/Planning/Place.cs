namespace GhostGen.Generator.Planning;

/// <summary>A named region of an instance's memory.</summary>
/// <param name="Name">The constant that generated code knows it by.</param>
/// <param name="Offset">Its first float.</param>
/// <param name="Length">The floats in use; vectors may write up to <see cref="MemoryPlan.Slack"/> further.</param>
/// <param name="Meaning">What it holds, in words.</param>
internal sealed record Place(string Name, int Offset, int Length, string Meaning);
