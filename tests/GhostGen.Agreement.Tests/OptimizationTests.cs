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
        // Not to a file of its own: the compiler closes that while the process ends, other threads still compile and log, and one
        // process in eight then ends with a fault of memory.
        string log = child.Run(typeof(ProcessTests), new Dictionary<string, string>
        {
            ["DOTNET_JitDisasmSummary"] = "1",
        });
        string[] kernels = [.. log.Split('\n').Where(static line => line.Contains("Kernels:", StringComparison.Ordinal) && line.Contains("GhostGen.Generated", StringComparison.Ordinal))];
        Assert.True(kernels.Length > CompiledTable.Names.Count(), $"Only {kernels.Length} kernels are in the log.");
        Assert.All(kernels, static line => Assert.Contains("[FullOpts", line, StringComparison.Ordinal));
        Assert.DoesNotContain(kernels, static line => line.Contains("MinOpts", StringComparison.Ordinal));
    }
}
