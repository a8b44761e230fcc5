using System.CommandLine;
using GhostGen.Compiling;
using GhostGen.Manifests;

namespace GhostGen.Cli.Commands;

/// <summary>What a class's attribute says beside the name of the file.</summary>
internal sealed class CompileOptions
{
    private readonly Option<Precision> precision = Choice.Of("--precision", "The numbers that weights are stored as", Precision.Float32);

    private readonly Option<ActivationAccuracy> accuracy = Choice.Of("--accuracy", "How exactly sigmoid and tanh are computed", ActivationAccuracy.Accurate);

    /// <summary>Adds the options to a command.</summary>
    public CompileOptions(Command command)
    {
        command.Add(precision);
        command.Add(accuracy);
    }

    /// <summary>The model as it is to be compiled.</summary>
    public ModelCase CaseOf(ParseResult parsed, ModelManifest manifest) => new(manifest.Shape.Name, manifest, parsed.GetValue(accuracy), parsed.GetValue(precision));
}
