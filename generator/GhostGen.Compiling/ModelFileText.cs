using System.Text;
using GhostGen.Manifests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GhostGen.Compiling;

/// <summary>A model file that exists in memory only.</summary>
internal sealed class ModelFileText(string path, ModelManifest manifest) : AdditionalText
{
    private readonly SourceText text = Write(manifest);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => text;

    private static SourceText Write(ModelManifest manifest)
    {
        using var file = new MemoryStream();
        ModelFile.Save(manifest, file);
        file.Position = 0;
        return SourceText.From(file, Encoding.UTF8);
    }
}
