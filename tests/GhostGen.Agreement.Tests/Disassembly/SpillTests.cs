using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using GhostGen.Kernels;
using Xunit;

namespace GhostGen.Agreement.Tests.Disassembly;

/// <summary>
/// The loops that a step spends its time in keep all sums in registers: reads the machine code, as the just-in-time compiler of this
/// runtime writes it, at every vector width that the machine has. CONTRIBUTING.md says how to look at it by hand.
/// </summary>
[Collection<ListedModelsGroup>]
public sealed partial class SpillTests(ListedModels models)
{
    public static TheoryData<string, int, bool> Settings => new()
    {
        // The setting, the vectors that it leaves, and whether multiply-adds are fused.
        { "PreferredVectorBitWidth=512", 512, true },
        { "EnableAVX512=0", 256, true },
        { "PreferredVectorBitWidth=128", 128, true },
        { "EnableAVX2=0", 128, false },
        { "EnableAVX=0", 128, false },
        { "EnableHWIntrinsic=0", 0, false },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void Loops_of_multiply_adds_do_not_touch_the_stack(string setting, int bits, bool fused)
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "The machine code that is read here is that of x64.");
        Assert.SkipUnless(Machine.Bits >= bits && (Scalar.IsFused || !fused), $"This machine has {Machine.Description}.");
        (ListedMethod Method, IReadOnlyList<string> Loop)[] loops =
        [
            .. models.List(setting, Machine.Describe(bits, fused)).SelectMany(static method => method.InnermostLoops, static (method, loop) => (method, loop)).Where(static found => found.loop.Any(IsMultiply)),
        ];

        // That there is something to look at: loops over the input and the state of each model at the right width, and the products that models share.
        string kernels = bits == 0 ? "ScalarKernels" : FormattableString.Invariant($"Vector{bits}Kernels");
        for (int model = 0; model < ListedModels.Count; model++)
        {
            string generated = FormattableString.Invariant($"<Compiled_Model{model}_g>");
            Assert.InRange(loops.Count(found => found.Method.Name.Contains(generated, StringComparison.Ordinal) && found.Method.Name.Contains($"__{kernels}:", StringComparison.Ordinal)), 2, int.MaxValue);
        }

        Assert.Contains(loops, static found => found.Method.Name.Contains(".SparseProduct:", StringComparison.Ordinal));
        Assert.Equal(bits > 0, loops.Any(static found => found.Method.Name.Contains(".SingleColumns:", StringComparison.Ordinal)));
        Assert.Equal(bits > 0, loops.Any(static found => found.Method.Name.Contains(".SparseTileProduct:", StringComparison.Ordinal)));
        Assert.All(loops, found => Assert.Equal(fused, found.Loop.Any(static instruction => instruction.StartsWith("vfmadd", StringComparison.Ordinal))));

        Assert.All(loops, found =>
        {
            // Loops of activations have more constants than there are registers. They may read some from the stack, and write nothing there.
            bool activations = found.Loop.Any(IsDivision);
            string[] accesses = [.. found.Loop.Where(instruction => activations ? IsStackWrite(instruction, found.Method.Frame) : IsStackAccess(instruction, found.Method.Frame))];
            Assert.True(accesses.Length == 0, $"A loop of {found.Method.Name} {(activations ? "writes to" : "uses")} the stack: {string.Join("; ", accesses)}, in\n{string.Join('\n', found.Loop)}");
        });

        // Panels of two and three vectors: each with a loop of gates and one of candidates.
        if (bits == 128)
        {
            Assert.InRange(loops.Count(static found => found.Loop.Any(IsDivision)), 2 * ListedModels.Count, int.MaxValue);
        }
    }

    /// <summary>With 128 bits on x64 there are 16 registers for the sums of products and those that they are added to, and some loops keep a few in memory.</summary>
    [Theory]
    [InlineData("PreferredVectorBitWidth=512", 512, true)]
    [InlineData("EnableAVX512=0", 256, true)]
    public void Loops_of_bytes_do_not_touch_the_stack(string setting, int bits, bool fused)
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "The machine code that is read here is that of x64.");
        Assert.SkipUnless(Machine.Bits >= bits && (Scalar.IsFused || !fused), $"This machine has {Machine.Description}.");
        IReadOnlyList<ListedMethod> methods = models.List(setting, Machine.Describe(bits, fused));
        string kernels = FormattableString.Invariant($"Vector{bits}Kernels");
        (int first, int count) = ListedModels.OfBytes;
        for (int model = first; model < first + count; model++)
        {
            string generated = FormattableString.Invariant($"<Compiled_Model{model}_g>");
            (ListedMethod Method, IReadOnlyList<string> Loop)[] loops =
            [
                .. methods.Where(method => method.Name.Contains(generated, StringComparison.Ordinal) && method.Name.Contains($"__{kernels}:GruGates", StringComparison.Ordinal))
                    .SelectMany(static method => method.InnermostLoops, static (method, loop) => (method, loop))
                    .Where(static found => found.loop.Any(IsWholeMultiply)),
            ];
            Assert.InRange(loops.Length, 2, int.MaxValue);
            Assert.All(loops, static found =>
            {
                string[] accesses = [.. found.Loop.Where(instruction => IsStackAccess(instruction, found.Method.Frame))];
                Assert.True(accesses.Length == 0, $"A loop of {found.Method.Name} uses the stack: {string.Join("; ", accesses)}, in\n{string.Join('\n', found.Loop)}");
            });
        }
    }

    private static bool IsWholeMultiply(string instruction) => WholeMultiply().IsMatch(instruction);

    private static bool IsMultiply(string instruction) => Multiply().IsMatch(instruction);

    private static bool IsDivision(string instruction) => Division().IsMatch(instruction);

    /// <summary>A call counts: it may do anything with the stack, and all vector registers are the callee's.</summary>
    private static bool IsStackAccess(string instruction, string frame) =>
        instruction.Contains("[rsp", StringComparison.Ordinal) || instruction.Contains($"[{frame}", StringComparison.Ordinal) || instruction.StartsWith("call", StringComparison.Ordinal);

    private static bool IsStackWrite(string instruction, string frame) =>
        IsStackAccess(instruction, frame) && (instruction.StartsWith("call", StringComparison.Ordinal) || MemoryTarget().IsMatch(instruction));

    [GeneratedRegex(@"^\S+ +(?:[a-z]+ )?ptr \[")]
    private static partial Regex MemoryTarget();

    [GeneratedRegex("^v?div[ps]s ")]
    private static partial Regex Division();

    [GeneratedRegex("^(?:vpmadd|vpdp)")]
    private static partial Regex WholeMultiply();

    [GeneratedRegex("^v?(?:fmadd[0-9]+|mul)[ps]s ")]
    private static partial Regex Multiply();
}
