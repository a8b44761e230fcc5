using System.Runtime.InteropServices;
using System.Security.Cryptography;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Agreement.Tests;

/// <summary>What a process can say of itself; other tests start processes that run these under settings of their own.</summary>
public class ProcessTests
{
    /// <summary>Names the machine that the process should find.</summary>
    internal const string ExpectedVariable = "GHOSTGEN_EXPECTED_MACHINE";

    /// <summary>Names the file to which the process should write what its models compute.</summary>
    internal const string DigestsVariable = "GHOSTGEN_DIGESTS";

    [Fact]
    public void The_process_has_the_instruction_sets_that_it_should()
    {
        string expected = Environment.GetEnvironmentVariable(ExpectedVariable) ?? Machine.Description;
        Assert.Equal(expected, Machine.Description);
    }

    [Fact]
    public void All_models_run_for_fifty_steps()
    {
        string? named = Environment.GetEnvironmentVariable(DigestsVariable);
        string path = named ?? Path.GetTempFileName();
        WriteDigests(path);
        Assert.Equal(CompiledTable.Names.Count(), File.ReadAllLines(path).Distinct().Count());
        if (named is null)
        {
            File.Delete(path);
        }
    }

    /// <summary>Writes a line per model: its name and a digest of the bits of fifty outputs.</summary>
    internal static void WriteDigests(string path) => File.WriteAllLines(path, CompiledTable.Names.Select(static name =>
    {
        IStreamingModel model = CompiledTable.Create(name);
        float[] inputs = RandomModels.Inputs(50 * model.Info.InputSize, seed: 4);
        var outputs = new float[50 * model.Info.OutputSize];
        model.Run(inputs, outputs);
        return name + " " + Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(outputs.AsSpan())));
    }));
}
