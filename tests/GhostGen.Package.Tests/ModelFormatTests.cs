using System.IO.Compression;
using GhostGen.Importing;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Package.Tests;

/// <summary>Models of each format in a project with one package reference: they compute the bits of the model that was written into them.</summary>
public sealed class ModelFormatTests(LocalFeed feed)
{
    private static readonly ModelManifest Ghost = Named(
        RandomModels.Manifest(new("kws", new([new GhostGruShape("rnn", 3, 8) { Cheap = CheapMap.Grouped, Groups = 2 }, new DenseShape("fc", 8, 2) { Activation = Activation.Softmax }]))));

    private static readonly ModelManifest Plain =
        RandomModels.Manifest(new("amp", new([new GruShape("rnn", 1, 6), new DenseShape("fc", 6, 2) { Activation = Activation.Tanh }])), seed: 2);

    [Fact]
    public void Every_format_compiles_to_the_bits_of_its_model()
    {
        Consumer project = feed.Create("Formats");
        ModelExport.Save(Ghost, project.PathOf("models/kws.safetensors"));
        ModelExport.Save(Ghost, project.PathOf("models/kws.npz"));
        ModelExport.Save(Plain, project.PathOf("amp.json"));
        ModelExport.Save(Plain, project.PathOf("amp.onnx"));

        // The archive's arrays as files, and its description beside their folder.
        ZipFile.ExtractToDirectory(project.PathOf("models/kws.npz"), project.PathOf("models/kws"));
        File.Move(project.PathOf("models/kws/ghostgen.json"), project.PathOf("models/kws.layers.json"));

        // And nothing but arrays: the project says the rest.
        File.Copy(project.PathOf("models/kws.npz"), project.PathOf("bare.npz"));
        using (ZipArchive archive = ZipFile.Open(project.PathOf("bare.npz"), ZipArchiveMode.Update))
        {
            archive.GetEntry("ghostgen.json")!.Delete();
        }

        project.Write("bare.description", File.ReadAllText(project.PathOf("models/kws.layers.json")).Replace(", \"activation\": \"softmax\"", "", StringComparison.Ordinal));
        project.Write("words.txt", "left\nright\n");
        project.Items("""
            <GhostModel Include="models/*.safetensors;models/*.npz" />
            <GhostModel Include="models/kws/" />
            <GhostModel Include="amp.json;amp.onnx" />
            <GhostModel Include="bare.npz" Layers="bare.description" Activations="fc=softmax" Labels="words.txt" />
            """);
        project.Write("Program.cs", StepBits.Program(
            ("Safetensors", "kws.safetensors"), ("Archive", "models/kws.npz"), ("Folder", "models/kws"), ("RtNeural", "amp.json"), ("Onnx", "amp.onnx"), ("Bare", "bare.npz")));
        project.Build().Succeeded();
        Assert.Equal(
            [
                StepBits.Line("Safetensors", Ghost, Ghost.Labels),
                StepBits.Line("Archive", Ghost, Ghost.Labels),
                StepBits.Line("Folder", Ghost, Ghost.Labels),
                StepBits.Line("RtNeural", Plain),
                StepBits.Line("Onnx", Plain),
                StepBits.Line("Bare", Ghost, "left", "right"),
            ],
            project.RunLines());

        // An array that goes, although nothing is newer then; what is left is no model, and the file at fault is the folder.
        File.Delete(project.PathOf("models/kws/fc.bias.npy"));
        CommandResult result = project.Build();
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(project.PathOf("models/kws") + " : error GHOST080: Model file 'kws' cannot be converted: ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_ends_too_early_is_one_error_with_the_file_and_the_reason()
    {
        Consumer project = feed.Create("Truncated");
        string path = project.PathOf("kws.safetensors");
        ModelExport.Save(Ghost, path);
        byte[] whole = File.ReadAllBytes(path);
        File.WriteAllBytes(path, whole[..^10]);
        project.Items("<GhostModel Include=\"kws.safetensors\" />");
        project.Write("Program.cs", StepBits.Program(("A", "kws.safetensors")));
        CommandResult result = project.Build();
        Assert.NotEqual(0, result.ExitCode);
        string[] errors = [.. result.Output.Split('\n').Where(static line => line.Contains("error ", StringComparison.Ordinal)).Distinct()];
        Assert.StartsWith(path + " : error GHOST080: Model file 'kws.safetensors' cannot be converted: ", Assert.Single(errors), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
        Assert.Empty(project.ConvertedFiles());
    }

    private static ModelManifest Named(ModelManifest manifest) => new(
        manifest.Shape,
        manifest.Shape.Layers
            .SelectMany(static layer => layer.Tensors, static (layer, tensor) => (Layer: layer, tensor.Name))
            .ToDictionary(static tensor => $"{tensor.Layer.Name}.{tensor.Name}", tensor => manifest.Tensor(tensor.Layer, tensor.Name)),
        labels: ["yes", "no"]);
}
