using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text;
using GhostGen.Kernels;

namespace GhostGen.Measuring.Machine;

/// <summary>What was measured on.</summary>
/// <param name="Processor">The processor as it calls itself, with family and model where it has them: names of virtual ones say little.</param>
/// <param name="LogicalProcessors">How many the process may use.</param>
/// <param name="OperatingSystem">The operating system and its version.</param>
/// <param name="Architecture">The architecture of the process.</param>
/// <param name="Runtime">The .NET runtime and its version.</param>
/// <param name="VectorBits">The widest vectors that are hardware accelerated: 512, 256, 128, or 0 for none.</param>
/// <param name="Fused">Whether a multiply-add rounds once.</param>
internal sealed record MachineDescription(
    string Processor,
    int LogicalProcessors,
    string OperatingSystem,
    string Architecture,
    string Runtime,
    int VectorBits,
    bool Fused)
{
    private const int FirstBrandLeaf = unchecked((int)0x80000002);
    private const int BrandLeaves = 3;

    /// <summary>Describes this machine.</summary>
    public static MachineDescription OfThisOne() => new(
        ProcessorName(),
        Environment.ProcessorCount,
        RuntimeInformation.OSDescription,
        RuntimeInformation.ProcessArchitecture.ToString(),
        RuntimeInformation.FrameworkDescription,
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0,
        Scalar.IsFused);

    private static string ProcessorName() =>
        X86Base.IsSupported
            ? string.Create(CultureInfo.InvariantCulture, $"{BrandOfX86()} ({FamilyAndModelOfX86()})")
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? RuntimeInformation.ProcessArchitecture.ToString();

    /// <summary>The 48 characters that the processor calls itself, padded with spaces and zeros.</summary>
    private static string BrandOfX86()
    {
        Span<byte> text = stackalloc byte[BrandLeaves * 16];
        for (int i = 0; i < BrandLeaves; i++)
        {
            (int eax, int ebx, int ecx, int edx) = X86Base.CpuId(FirstBrandLeaf + i, 0);
            BinaryPrimitives.WriteInt32LittleEndian(text[(i * 16)..], eax);
            BinaryPrimitives.WriteInt32LittleEndian(text[((i * 16) + 4)..], ebx);
            BinaryPrimitives.WriteInt32LittleEndian(text[((i * 16) + 8)..], ecx);
            BinaryPrimitives.WriteInt32LittleEndian(text[((i * 16) + 12)..], edx);
        }

        return Encoding.ASCII.GetString(text).Trim('\0', ' ');
    }

    /// <summary>Family and model as vendors print them: the extended fields count where the basic ones have run out.</summary>
    private static string FamilyAndModelOfX86()
    {
        int signature = X86Base.CpuId(1, 0).Eax;
        int family = (signature >> 8) & 0xF;
        int model = (signature >> 4) & 0xF;
        if (family is 0x6 or 0xF)
        {
            model |= (signature >> 12) & 0xF0;
        }

        if (family == 0xF)
        {
            family += (signature >> 20) & 0xFF;
        }

        return string.Create(CultureInfo.InvariantCulture, $"family {family}, model {model}");
    }
}
