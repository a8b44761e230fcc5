using GhostGen.Bench.Steps;

namespace GhostGen.Bench.Aot;

/// <summary>A way of building and running the program of bench/GhostGen.Bench.Steps.</summary>
/// <param name="Name">What it is called in tables and files.</param>
/// <param name="Folder">The folder that it is published to; variants may share one.</param>
/// <param name="Properties">The properties of the build.</param>
/// <param name="Environment">The variables that its processes get.</param>
/// <param name="Expected">What its processes say that they were compiled for: unknown settings are ignored silently, by the build and by the runtime.</param>
internal sealed record StepsVariant(
    string Name,
    string Folder,
    IReadOnlyList<string> Properties,
    IReadOnlyList<(string Name, string Value)> Environment,
    StepsBuild Expected)
{
    /// <summary>The JIT, limited to what <see cref="Version3"/> may use.</summary>
    public const string Jit256 = "JIT, 256 bits";

    /// <summary>NativeAOT for machines with AVX2 and FMA.</summary>
    public const string Version3 = "AOT, x86-64-v3";

    /// <summary>NativeAOT without an instruction set: for any x64 machine.</summary>
    public const string Default = "AOT, default";

    /// <summary>The JIT, with all that the machine has.</summary>
    public const string Jit512 = "JIT, 512 bits";

    /// <summary>NativeAOT for the machine that compiles.</summary>
    public const string Native = "AOT, native";

    private static readonly string[] jit = ["-p:PublishAot=false"];
    private static readonly (string Name, string Value)[] without512Bits = [("DOTNET_EnableAVX512", "0")];

    /// <summary>The variants that a machine with vectors of <paramref name="bits"/> bits can run.</summary>
    public static IReadOnlyList<StepsVariant> On(int bits)
    {
        List<StepsVariant> variants =
        [
            new(Jit256, "jit", jit, without512Bits, new StepsBuild(IsJit: true, 256, Fused: true)),
            new(Version3, "v3", ["-p:IlcInstructionSet=x86-64-v3"], [], new StepsBuild(IsJit: false, 256, Fused: true)),
            new(Default, "default", [], [], new StepsBuild(IsJit: false, 128, Fused: false)),
        ];
        if (bits == 512)
        {
            variants.Add(new(Jit512, "jit", jit, [], new StepsBuild(IsJit: true, 512, Fused: true)));
            variants.Add(new(Native, "native", ["-p:IlcInstructionSet=native"], [], new StepsBuild(IsJit: false, 512, Fused: true)));
        }

        return variants;
    }
}
