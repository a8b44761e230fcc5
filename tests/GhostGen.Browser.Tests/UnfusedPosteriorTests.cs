using System.Runtime.InteropServices;
using GhostGen.Browser.Tests.Pages;
using GhostGen.Kernels;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Browser.Tests;

/// <summary>Compares the page with a process whose multiply-adds round twice, as those of WebAssembly do.</summary>
public sealed class UnfusedPosteriorTests(PublishedPage published)
{
    private const string ExpectedVariable = "GHOSTGEN_EXPECTED_FUSED";

    [Fact]
    public void Posteriors_have_the_bits_of_a_machine_that_does_not_fuse_multiply_adds()
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "The switch is one of x64.");
        Assert.SkipUnless(Scalar.IsFused, "This process does not fuse multiply-adds, so the tests themselves have shown it.");
        TestProcess.Run(typeof(PosteriorTests), new Dictionary<string, string>
        {
            ["DOTNET_EnableAVX2"] = "0",
            [ExpectedVariable] = false.ToString(),
            [PublishedPage.AddressVariable] = published.Address,
        });
    }

    /// <summary>Asserts that a process that was asked not to fuse multiply-adds does not.</summary>
    internal static void AssertExpectation()
    {
        if (Environment.GetEnvironmentVariable(ExpectedVariable) is { Length: > 0 } expected)
        {
            Assert.Equal(expected, Scalar.IsFused.ToString());
        }
    }
}
