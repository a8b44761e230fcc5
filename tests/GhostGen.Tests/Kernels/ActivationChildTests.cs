using System.Runtime.InteropServices;
using GhostGen.Kernels;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Tests.Kernels;

/// <summary>Repeats what is asserted of the activations where multiply-adds round twice, in a process that asserts that they do.</summary>
public class ActivationChildTests
{
    /// <summary>Says whether the process should find that multiply-adds are fused.</summary>
    internal const string ExpectedVariable = "GHOSTGEN_EXPECTED_FUSED";

    [Theory]
    [InlineData(typeof(ActivationErrorTests))]
    [InlineData(typeof(ActivationWidthTests))]
    [InlineData(typeof(SoftmaxTests))]
    public void Without_fused_multiply_add_the_activations_keep_their_promises(Type tests)
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "The switch is one of x64.");
        Assert.SkipUnless(Scalar.IsFused, "This process does not fuse multiply-adds, so the tests themselves have shown it.");
        TestProcess.Run(tests, new Dictionary<string, string>
        {
            ["DOTNET_EnableAVX2"] = "0",
            [ExpectedVariable] = false.ToString(),
        });
    }
}
