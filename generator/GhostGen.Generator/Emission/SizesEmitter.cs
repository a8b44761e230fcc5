namespace GhostGen.Generator.Emission;

/// <summary>Writes the constants by which programs make room for a model's values.</summary>
internal static class SizesEmitter
{
    internal static void Emit(SourceWriter writer, int input, int output, int state)
    {
        writer.Line("/// <summary>The number of values that <see cref=\"Step\"/> reads.</summary>");
        writer.Line($"public const int InputSize = {input};");
        writer.Line();
        writer.Line("/// <summary>The number of values that <see cref=\"Step\"/> writes.</summary>");
        writer.Line($"public const int OutputSize = {output};");
        writer.Line();
        writer.Line("/// <summary>The number of values that an instance remembers from step to step.</summary>");
        writer.Line($"public const int StateSize = {state};");
    }
}
