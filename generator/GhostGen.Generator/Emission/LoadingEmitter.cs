namespace GhostGen.Generator.Emission;

/// <summary>Writes the members by which a model whose weights are not compiled in gets them at run time.</summary>
internal static class LoadingEmitter
{
    private const string Weights = "global::GhostGen.Kernels.PackedWeights";
    private const string Manifest = "global::GhostGen.Manifests.ModelManifest";
    private const string ModelFile = "global::GhostGen.ModelFile";

    /// <summary>The members of a model.</summary>
    internal static void Emit(SourceWriter writer, string className) => Emit(writer, className, null);

    /// <summary>The same members of a stub.</summary>
    internal static void EmitThrowing(SourceWriter writer, string className, string body) => Emit(writer, className, body);

    private static void Emit(SourceWriter writer, string className, string? body)
    {
        writer.Line("/// <summary>An instance with state of its own and the given weights, which any number of instances can share.</summary>");
        writer.Line("/// <param name=\"weights\">What <see cref=\"LoadWeights\"/> returned.</param>");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">The weights belong to a model of another shape.</exception>");
        writer.Line($"public {className}({Weights} weights) => {body ?? $"modelWeights = {FirstStepsEmitter.Method}({Weights}.Require(weights, Info.Shape))"};");
        writer.Line();
        writer.Line("/// <summary>Lays out the weights of a model file for this model, once for all its instances.</summary>");
        writer.Line("/// <param name=\"manifest\">A model of exactly this shape; the names of its layers do not matter.</param>");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">The file describes another shape; the message says where they differ.</exception>");
        writer.Line($"public static {Weights} LoadWeights({Manifest} manifest) => {body ?? $"{Weights}.Pack(manifest, Info.Shape)"};");
        writer.Line();

        // The constructor of a stub throws. A class that nothing instantiates would be one more finding of the project's analyzers.
        string Made(string weights) => $"new {className}({(body is null ? weights : $"default({Weights})!")})";
        EmitLoad(writer, className, "manifest", $"{Manifest} manifest", Made("LoadWeights(manifest)"), "a model that is in memory already", null);
        writer.Line();
        EmitLoad(writer, className, "path", "string path", Made($"LoadWeights({ModelFile}.Load(path))"), "a model file", "The file");
        writer.Line();
        EmitLoad(writer, className, "stream", "global::System.IO.Stream stream", Made($"LoadWeights({ModelFile}.Load(stream, \"stream\"))"), "a stream that holds a model file", "The stream");
        writer.Line();
        EmitLoad(writer, className, "utf8", "global::System.ReadOnlySpan<byte> utf8", Made($"LoadWeights({ModelFile}.Load(utf8, \"memory\"))"), "a model file in memory", "The file");
    }

    private static void EmitLoad(SourceWriter writer, string className, string parameter, string declaration, string body, string source, string? subject)
    {
        writer.Line($"/// <summary>An instance with the weights of {source}. To share them among instances use <see cref=\"LoadWeights\"/>.</summary>");
        writer.Line($"/// <param name=\"{parameter}\">A model of exactly this shape.</param>");
        if (subject is not null)
        {
            writer.Line($"/// <exception cref=\"global::GhostGen.Manifests.ModelFileException\">{subject} is not a model file, or has a defect.</exception>");
        }

        writer.Line("/// <exception cref=\"global::System.ArgumentException\">It describes another shape.</exception>");
        writer.Line($"public static {className} Load({declaration}) => {body};");
    }
}
