using GhostGen.Importing;
using GhostGen.Manifests;

namespace GhostGen.Tasks;

/// <summary>Why a conversion failed, as a build reports it.</summary>
/// <param name="Code">The rule.</param>
/// <param name="File">The file at fault.</param>
/// <param name="Reason">What is wrong and what to do.</param>
/// <param name="Line">The line, from 1; 0 where lines mean nothing.</param>
/// <param name="Column">The column, from 1; 0 where lines mean nothing.</param>
internal sealed record ConversionProblem(string Code, string File, string Reason, int Line = 0, int Column = 0)
{
    /// <summary>The problem that an exception stands for; <see langword="null"/> for those that are defects of this program.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="source">The model file.</param>
    /// <param name="code">The rule that is broken where the content of a file is what is wrong.</param>
    internal static ConversionProblem? Of(Exception exception, string source, string code) => exception switch
    {
        ImportException { Place: { } place } import => new(code, import.File, $"{place}: {import.Reason}"),
        ImportException import => new(code, import.File, import.Reason),
        ModelFileException model => new(code, model.File, model.Reason, model.Line, model.Column),
        FileNotFoundException { FileName: { } missing } => new(BuildRule.CannotBeOpened, missing, $"'{missing}' does not exist; correct the path in the project, where upper and lower case may count."),
        IOException or UnauthorizedAccessException => new(BuildRule.CannotBeOpened, source, exception.Message),
        _ => null,
    };
}
