using GhostGen.Compiling;
using GhostGen.Importing;
using GhostGen.Manifests;

namespace GhostGen.Cli;

/// <summary>What an exception says to a user: one line, and how the tool ends.</summary>
internal static class ErrorLine
{
    /// <summary>With this variable set, the whole exception follows the line.</summary>
    public const string TraceVariable = "GHOSTGEN_TRACE";

    /// <summary>Writes the line.</summary>
    /// <param name="error">Where to.</param>
    /// <param name="exception">What has happened.</param>
    /// <returns>The exit code.</returns>
    public static int Write(TextWriter error, Exception exception)
    {
        (string text, int code) = Of(exception);
        Write(error, text);
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(TraceVariable)))
        {
            error.WriteLine(exception);
        }

        return code;
    }

    /// <summary>Writes a message as a line.</summary>
    public static void Write(TextWriter error, string message) =>
        error.WriteLine("ghostgen: " + string.Join(' ', message.Split((char[])['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));

    private static (string Text, int Code) Of(Exception exception) => exception switch
    {
        OperationCanceledException => ("ended before it was done.", ExitCodes.Cancelled),
        ToolException or ImportException or ModelFileException => (exception.Message, ExitCodes.BadInput),
        ModelCompilationException compilation => ($"the model cannot be compiled: {compilation.First}", ExitCodes.BadInput),
        FileNotFoundException { FileName: { } file } => ($"{Shown(file)}: there is no such file.", ExitCodes.BadInput),
        DirectoryNotFoundException or IOException or UnauthorizedAccessException => (exception.Message, ExitCodes.BadInput),
        OutOfMemoryException => ("there is not enough memory for this model.", ExitCodes.BadInput),
        _ => ($"this is a defect of the tool, please report it: {exception.GetType().Name}: {exception.Message} (with {TraceVariable}=1 it says where)", ExitCodes.Failure),
    };

    /// <summary>A path as a user would write it, where the exception has the whole of it.</summary>
    private static string Shown(string path)
    {
        string relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
