using System.Runtime.CompilerServices;
using GhostGen.Importing.Arrays;
using GhostGen.Importing.Onnx;
using GhostGen.Importing.Onnx.Messages;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.TestSupport;
using Google.Protobuf;

namespace GhostGen.Importing.Tests.Onnx;

/// <summary>Small models, as files' bytes.</summary>
internal static class SampleModels
{
    /// <summary>What is read into a file's name where there is no file.</summary>
    public const string File = "model.onnx";

    /// <summary>What PyTorch exports, and what <see cref="OnnxExport"/> writes: every operator that is taken occurs in them.</summary>
    public static IReadOnlyList<byte[]> All() =>
        [.. Directory.EnumerateFiles(FolderOfExports(), "*.onnx").Order(StringComparer.Ordinal).Select(System.IO.File.ReadAllBytes), OnnxExport.ToModel(Stack(), File).ToByteArray()];

    /// <summary>Every form of GRU that ONNX has, dense layers, and a normalization that needs double precision.</summary>
    public static ModelManifest Stack() => RandomModels.Manifest(new("stack_normalized", new(
    [
        new DenseShape("first", 3, 5) { Activation = Activation.Relu, Bias = false },
        new GruShape("after", 5, 4),
        new GruShape("before", 4, 3) { Reset = ResetForm.BeforeProduct, CandidateActivation = Activation.Relu },
        new DenseShape("last", 3, 2) { Activation = Activation.Softmax },
    ])));

    /// <summary>Imports a graph.</summary>
    public static ModelManifest Import(ModelProto model) => OnnxImport.Of(model, File, new(), new Dictionary<string, NamedArray>());

    /// <summary>Imports a file's bytes.</summary>
    public static ModelManifest Import(byte[] bytes) => Import(OnnxFile.Parse(File, bytes));

    private static string FolderOfExports([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "GhostGen.Golden.Tests", "Onnx", "Exported");
}
