using GhostGen.Generator.Planning;

namespace GhostGen.Generator.Emission;

/// <summary>
/// Writes what happens when the first instance is made. Compiling the kernels takes the JIT milliseconds, which a program that processes sound
/// cannot wait for at its first frame; while it makes its models it can.
/// </summary>
internal static class FirstStepsEmitter
{
    /// <summary>The method that hands weights on to an instance.</summary>
    internal const string Method = "global::GhostGen.Generated." + ClassName + ".With";

    private const string ClassName = "FirstSteps";

    /// <summary>Writes the class.</summary>
    internal static void Emit(SourceWriter writer, KernelPlan plan)
    {
        writer.Line("/// <summary>");
        writer.Line("/// Steps that are made with the first instance, on memory that is then forgotten: the kernels are compiled by then, and the weights have been read.");
        writer.Line("/// The first step of an instance waits for nothing but the compilation of the small method that it is.");
        writer.Line("/// </summary>");
        using (writer.Braces($"file static class {ClassName}"))
        {
            writer.Line("private static volatile bool areDone;");
            writer.Line();
            writer.Line("/// <summary>Returns <paramref name=\"weights\"/>, with which steps have been made.</summary>");
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
            using (writer.Braces("internal static PackedWeights With(PackedWeights weights)"))
            {
                using (writer.Braces("if (!areDone)"))
                {
                    writer.Line($"var memory = new float[{plan.Memory.Length}];");
                    writer.Line($"var input = new float[{plan.Shape.InputSize}];");
                    writer.Line($"var output = new float[{plan.Shape.OutputSize}];");
                    writer.Line();
                    writer.Line("// The first makes the runtime compile, which drives weights and code out of the caches; the second brings them back.");
                    writer.Line($"{KernelsEmitter.Dispatcher}.Step(ref weights.Start, ref input[0], ref output[0], ref memory[0]);");
                    writer.Line($"{KernelsEmitter.Dispatcher}.Step(ref weights.Start, ref input[0], ref output[0], ref memory[0]);");
                    writer.Line("areDone = true;");
                }

                writer.Line();
                writer.Line("return weights;");
            }
        }
    }
}
