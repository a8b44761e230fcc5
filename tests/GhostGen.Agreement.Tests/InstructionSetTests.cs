using System.Runtime.InteropServices;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Agreement.Tests;

/// <summary>
/// The whole table with instruction sets switched off. Each child process asserts that it got what was asked for, since some of these switches are
/// ignored silently. Processes that fuse alike have to give the same bits as each other, over a thousand steps of each model; one of each
/// kind, this one and one that does not fuse, is held to the reference.
/// </summary>
[Collection<ProcessTestGroup>]
public class InstructionSetTests(ChildProcess child)
{
    private const string NotFused = "EnableAVX2=0";

    public static TheoryData<string, int, bool> Switches => new()
    {
        // The setting, the widest vectors that remain, and whether multiply-adds stay fused.
        { "PreferredVectorBitWidth=256", 256, true },
        { "EnableAVX512=0", 256, true },

        // Bytes are multiplied without the instruction that is made for it.
        { "EnableAVX512=0,EnableAVXVNNI=0", 256, true },
        { "PreferredVectorBitWidth=128", 128, true },
        { NotFused, 128, false },
        { "EnableHWIntrinsic=0", 0, false },
    };

    [Theory]
    [MemberData(nameof(Switches))]
    public void Generated_code_agrees_with_the_widths_that_fuse_alike(string setting, int bits, bool fused)
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "These instruction sets are those of x64.");
        Assert.SkipUnless(Machine.Bits >= bits, $"This machine has vectors of {Machine.Bits} bits at most.");
        string[] found = DigestsOf(setting, bits, fused, $"{setting}.txt");
        Assert.Equal(CompiledTable.Names.Count(), found.Length);

        Assert.Equal(fused ? ProcessTests.Digests.Value : DigestsOf(NotFused, 128, fused: false, "not-fused.txt"), found);
    }

    /// <summary>A softmax is computed in singles, whatever stands before it.</summary>
    [Fact]
    public void Steps_in_whole_numbers_are_the_same_on_every_machine()
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "These instruction sets are those of x64.");
        string[] models = [.. CompiledTable.Names.Where(static name => CompiledTable.Precision(name) == Precision.Integer && !CompiledTable.HasSoftmax(name))];
        string[] found = DigestsOf(NotFused, 128, fused: false, "whole-numbers.txt");
        Assert.InRange(models.Length, 50, found.Length);
        Assert.Equal(Lines(ProcessTests.Digests.Value, models), Lines(found, models));
    }

    private static IEnumerable<string> Lines(string[] digests, string[] models) => digests.Where(line => models.Contains(line.Split(' ')[0]));

    [Theory]
    [InlineData(typeof(AgreementTests))]
    [InlineData(typeof(BatchTests))]
    public void Without_fused_multiply_adds_generated_code_agrees_with_the_reference(Type tests)
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "The setting is one of x64.");
        child.Run(tests, Environment(NotFused, 128, false));
    }

    private string[] DigestsOf(string settings, int bits, bool fused, string fileName)
    {
        string digests = child.TemporaryFile(fileName);
        child.Run(typeof(ProcessTests), Environment(settings, bits, fused, digests));
        return File.ReadAllLines(digests);
    }

    private static Dictionary<string, string> Environment(string settings, int bits, bool fused, string? digests = null)
    {
        var environment = new Dictionary<string, string>
        {
            [ProcessTests.ExpectedVariable] = Machine.Describe(bits, fused),
        };
        foreach (string[] setting in settings.Split(',').Select(static text => text.Split('=')))
        {
            environment.Add("DOTNET_" + setting[0], setting[1]);
        }

        if (digests is not null)
        {
            environment[ProcessTests.DigestsVariable] = digests;
        }

        return environment;
    }
}
