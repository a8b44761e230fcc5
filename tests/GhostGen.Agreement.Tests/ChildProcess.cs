using GhostGen.TestSupport;

namespace GhostGen.Agreement.Tests;

/// <summary>
/// Runs tests of this assembly in processes of their own: instruction sets can only be switched off, and the compiler's log only be
/// switched on, before a process starts.
/// </summary>
public sealed class ChildProcess : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ghostgen-processes-").FullName;
    private readonly KeyValuePair<string, string> table = CompiledTable.Variable();

    /// <summary>A path in a folder that goes with the fixture.</summary>
    internal string TemporaryFile(string name) => Path.Combine(folder, name);

    /// <summary>Runs all tests of one class.</summary>
    /// <returns>What the process wrote.</returns>
    /// <exception cref="InvalidOperationException">A test failed, or the process did not end in time.</exception>
    internal string Run(Type tests, IReadOnlyDictionary<string, string> environment) => TestProcess.Run(tests, environment.Append(table));

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);
}
