using System.Runtime.InteropServices;
using GhostGen.Bench.Torch;
using GhostGen.Manifests;
using TorchSharp;

namespace GhostGen.Bench.Contenders;

/// <content>TorchSharp: this folder is compiled only where BenchTorchSharp is set.</content>
internal static partial class OptionalContenders
{
    private static bool torchSharpLoads = true;

    static partial void AddTorchSharp(ModelManifest manifest, List<(string Name, IStreamingModel Model)> contenders)
    {
        if (!torchSharpLoads)
        {
            return;
        }

        try
        {
            contenders.Add((ContenderNames.TorchSharp, new TorchSharpGru(manifest)));
        }
        catch (TypeInitializationException exception)
        {
            torchSharpLoads = false;
            Console.Error.WriteLine($"TorchSharp takes no part, because its native libraries do not load. {Reason(exception)}");
        }
    }

    /// <summary>What the loader says. TorchSharp itself supposes that a package is missing.</summary>
    private static string Reason(TypeInitializationException exception)
    {
        try
        {
            NativeLibrary.Free(NativeLibrary.Load("LibTorchSharp", typeof(torch).Assembly, searchPath: null));
            return exception.GetBaseException().Message;
        }
        catch (DllNotFoundException notFound)
        {
            return notFound.Message;
        }
    }
}
