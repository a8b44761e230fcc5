using System.Collections;
using Microsoft.Build.Framework;
using Xunit;

namespace GhostGen.Tasks.Tests;

/// <summary>An MSBuild that only listens.</summary>
internal sealed class RecordingEngine : IBuildEngine
{
    /// <summary>The errors, in order.</summary>
    internal List<BuildErrorEventArgs> Errors { get; } = [];

    /// <summary>The messages, in order.</summary>
    internal List<BuildMessageEventArgs> Messages { get; } = [];

    /// <inheritdoc/>
    public bool ContinueOnError => false;

    /// <inheritdoc/>
    public int LineNumberOfTaskNode => 0;

    /// <inheritdoc/>
    public int ColumnNumberOfTaskNode => 0;

    /// <inheritdoc/>
    public string ProjectFileOfTaskNode => "/app/app.csproj";

    /// <inheritdoc/>
    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) => false;

    /// <inheritdoc/>
    public void LogCustomEvent(CustomBuildEventArgs e)
    {
    }

    /// <inheritdoc/>
    public void LogErrorEvent(BuildErrorEventArgs e) => Errors.Add(e);

    /// <inheritdoc/>
    public void LogMessageEvent(BuildMessageEventArgs e) => Messages.Add(e);

    /// <inheritdoc/>
    public void LogWarningEvent(BuildWarningEventArgs e) => Assert.Fail($"No warning is expected, and one came: {e.Message}");
}
