using System.Runtime.InteropServices;
using Xunit;

namespace GhostGen.Package.Tests;

/// <summary>The machine that runs the tests.</summary>
internal static class Platform
{
    /// <summary>Its runtime identifier, such as <c>linux-x64</c>.</summary>
    internal static string Runtime { get; } = RuntimeInformation.RuntimeIdentifier;

    internal static string ExecutableExtension { get; } = OperatingSystem.IsWindows() ? ".exe" : "";

    /// <summary>Skips a test where there is no linker for native programs.</summary>
    internal static void RequireLinker()
    {
        if (OperatingSystem.IsLinux())
        {
            string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
            bool found = folders.Any(static folder => File.Exists(Path.Combine(folder, "clang")) || File.Exists(Path.Combine(folder, "gcc")));
            Assert.SkipUnless(found, "NativeAOT needs clang or gcc to link, and neither is installed.");
        }
    }

    /// <summary>Skips a test of what is only so on x64 with AVX2.</summary>
    internal static void RequireX64WithFusedMultiplyAdd() => Assert.SkipUnless(
        System.Runtime.Intrinsics.X86.Fma.IsSupported, "Only an x64 machine with fused multiply-add can run programs compiled for x86-64-v3.");
}
