using System.Runtime.InteropServices;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Agreement.Tests;

/// <summary>
/// Repeats the agreement over the whole table with instruction sets switched off. Each child process asserts that it got what was asked
/// for, since some of these switches are ignored silently; and processes that fuse alike have to give the same bits as each other.
/// </summary>
[Collection<ProcessTestGroup>]
public class InstructionSetTests(ChildProcess child)
{
    public static TheoryData<string, int, bool> Switches => new()
    {
        // The setting, the widest vectors that remain, and whether multiply-adds stay fused.
        { "PreferredVectorBitWidth=256", 256, true },
        { "EnableAVX512=0", 256, true },
        { "PreferredVectorBitWidth=128", 128, true },
        { "EnableAVX2=0", 128, false },
        { "EnableHWIntrinsic=0", 0, false },
    };

    [Theory]
    [MemberData(nameof(Switches))]
    public void Generated_code_agrees_with_the_reference_and_with_the_widths_that_fuse_alike(string setting, int bits, bool fused)
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "These instruction sets are those of x64.");
        Assert.SkipUnless(Machine.Bits >= bits, $"This machine has vectors of {Machine.Bits} bits at most.");
        string[] nameAndValue = setting.Split('=');
        child.Run(typeof(AgreementTests), Environment(nameAndValue, bits, fused));
        child.Run(typeof(BatchTests), Environment(nameAndValue, bits, fused));
        string digests = child.TemporaryFile($"{setting}.txt");
        child.Run(typeof(ProcessTests), Environment(nameAndValue, bits, fused, digests));
        string[] found = File.ReadAllLines(digests);
        Assert.Equal(CompiledTable.Names.Count(), found.Length);

        string others = child.TemporaryFile($"{setting}-others.txt");
        if (fused)
        {
            ProcessTests.WriteDigests(others);
        }
        else
        {
            child.Run(typeof(ProcessTests), Environment(["EnableAVX2", "0"], 128, false, others));
        }

        Assert.Equal(File.ReadAllLines(others), found);
    }

    private static Dictionary<string, string> Environment(string[] setting, int bits, bool fused, string? digests = null)
    {
        var environment = new Dictionary<string, string>
        {
            ["DOTNET_" + setting[0]] = setting[1],
            [ProcessTests.ExpectedVariable] = Machine.Describe(bits, fused),
        };
        if (digests is not null)
        {
            environment[ProcessTests.DigestsVariable] = digests;
        }

        return environment;
    }
}
