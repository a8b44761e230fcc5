using Microsoft.CodeAnalysis;

namespace GhostGen.Compiling;

/// <summary>What a model is compiled against: the framework that this process runs on, and the runtime library.</summary>
internal static class CompilerReferences
{
    private const string FrameworkFiles = "TRUSTED_PLATFORM_ASSEMBLIES";

    private static readonly Lazy<IReadOnlyList<MetadataReference>> All = new(Find);

    /// <summary>The references; read once for all compilations.</summary>
    internal static IReadOnlyList<MetadataReference> Value => All.Value;

    private static IReadOnlyList<MetadataReference> Find()
    {
        // The process's own libraries are on the list too, and a model needs none of them.
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] files = ((string)AppContext.GetData(FrameworkFiles)!).Split(Path.PathSeparator);
        return
        [
            .. files.Where(file => Path.GetDirectoryName(file) == framework).Select(static file => MetadataReference.CreateFromFile(file)),
            MetadataReference.CreateFromFile(typeof(IStreamingModel).Assembly.Location),
        ];
    }
}
