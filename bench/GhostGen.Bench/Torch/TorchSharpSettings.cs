using TorchSharp;

namespace GhostGen.Bench.Torch;

/// <summary>How TorchSharp runs in this process: on one thread, without records for gradients.</summary>
internal static class TorchSharpSettings
{
    /// <summary>Never left: the bench steps models on one thread, and trains none.</summary>
    private static readonly IDisposable inferenceMode = InferenceOnOneThread();

    /// <summary>Makes sure that they are in force.</summary>
    /// <exception cref="TypeInitializationException">The native libraries do not load here.</exception>
    public static void Apply() => GC.KeepAlive(inferenceMode);

    private static IDisposable InferenceOnOneThread()
    {
        torch.set_num_threads(1);
        return torch.inference_mode();
    }
}
