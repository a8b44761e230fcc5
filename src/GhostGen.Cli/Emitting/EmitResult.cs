using GhostGen.Compiling;

namespace GhostGen.Cli.Emitting;

/// <summary>What the generator writes for a model.</summary>
/// <param name="File">The model's file.</param>
/// <param name="Class">The class's name.</param>
/// <param name="Namespace">Its namespace; empty for none.</param>
/// <param name="Precision">The numbers that weights are stored as.</param>
/// <param name="Accuracy">How exactly sigmoid and tanh are computed.</param>
/// <param name="Declaration">The class as its user writes it.</param>
/// <param name="Plan">The plan, line by line: what the top of the step's file says.</param>
/// <param name="Step">The file of the step.</param>
/// <param name="Weights">The file of the weights.</param>
internal sealed record EmitResult(
    string File,
    string Class,
    string Namespace,
    Precision Precision,
    ActivationAccuracy Accuracy,
    string Declaration,
    IReadOnlyList<string> Plan,
    EmittedFile Step,
    EmittedFile Weights)
{
    private const string PlanPrefix = "//     ";

    /// <summary>Runs the generator.</summary>
    /// <param name="file">The model's file.</param>
    /// <param name="model">The class.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static EmitResult Of(string file, ModelClass model, CancellationToken cancellation)
    {
        IReadOnlyList<(string HintName, string Text)> sources = CompiledModel.Sources(model, cancellation);
        EmittedFile[] files = [.. sources.Select(static source => new EmittedFile(source.HintName, source.Text)).OrderBy(static source => source.Name.EndsWith(".Weights.g.cs", StringComparison.Ordinal))];
        return new(file, model.Name, model.Namespace, model.Model.Precision, model.Model.Accuracy, model.Declaration, PlanOf(files[0].Text), files[0], files[1]);
    }

    private static string[] PlanOf(string text) =>
    [
        .. text.Split('\n').Skip(1)
            .TakeWhile(static line => !line.StartsWith("// </auto-generated>", StringComparison.Ordinal))
            .Select(static line => line.StartsWith(PlanPrefix, StringComparison.Ordinal) ? line[PlanPrefix.Length..].TrimEnd() : ""),
    ];
}
