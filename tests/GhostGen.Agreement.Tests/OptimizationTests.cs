using Xunit;

namespace GhostGen.Agreement.Tests;

/// <summary>
/// Beyond certain sizes the just-in-time compiler compiles a whole method unoptimised, several times slower, and says so nowhere but in
/// its own log. No method of any model of the table may be that large.
/// </summary>
[Collection<ProcessTestGroup>]
public class OptimizationTests(ChildProcess child)
{
    [Fact]
    public void Every_generated_kernel_is_compiled_optimised_at_once()
    {
        string log = child.TemporaryFile("jit.txt");
        child.Run(typeof(ProcessTests), new Dictionary<string, string>
        {
            ["DOTNET_JitStdOutFile"] = log,
            ["DOTNET_JitDisasmSummary"] = "1",
        });
        string[] kernels = [.. File.ReadLines(log).Where(static line => line.Contains("Kernels:", StringComparison.Ordinal) && line.Contains("GhostGen.Generated", StringComparison.Ordinal))];
        Assert.True(kernels.Length > CompiledTable.Names.Count(), $"Only {kernels.Length} kernels are in the log.");
        Assert.All(kernels, static line => Assert.Contains("[FullOpts", line, StringComparison.Ordinal));
        Assert.DoesNotContain(kernels, static line => line.Contains("MinOpts", StringComparison.Ordinal));
    }
}
