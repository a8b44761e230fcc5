using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GhostGen.Generator.Parsing;

/// <summary>Finds the model files of a project and reads them.</summary>
internal static class ModelFiles
{
    private const string ItemGroupKey = "build_metadata.AdditionalFiles.SourceItemGroup";
    private const string SourceKey = "build_metadata.AdditionalFiles.GhostModelSource";
    private const string ItemGroup = "GhostModel";
    private const string Extension = ".ghost.json";

    // Generator and analyzer ask for the same file, and an editor's compilations share its text until it changes: megabytes of base64
    // are decoded once.
    private static readonly ConditionalWeakTable<SourceText, ModelFileSpec> Cache = new();

    /// <summary>
    /// Whether an additional file of the compilation is a model: a <c>GhostModel</c> item, or anything called <c>*.ghost.json</c>. No
    /// other file's text may be asked for: with a binary file among them that would end the build (CS2015).
    /// </summary>
    internal static bool IsModelFile(AdditionalText file, AnalyzerConfigOptions options) =>
        file.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
        || (options.TryGetValue(ItemGroupKey, out string? group) && group.Equals(ItemGroup, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// What a model file is called: its path, or that of the file which the build has converted it from. Nobody wants to know of a text in the
    /// intermediate folder.
    /// </summary>
    internal static string PathOf(AdditionalText file, AnalyzerConfigOptions options) =>
        options.TryGetValue(SourceKey, out string? source) && source.Length > 0 ? Decode(source) : file.Path;

    /// <summary>Reads and checks a model file.</summary>
    internal static ModelFileSpec Read(AdditionalText file, AnalyzerConfigOptions options, CancellationToken cancellation)
    {
        string path = PathOf(file, options);
        if (file.GetText(cancellation) is not { } text)
        {
            return new(path, "", null) { TextPath = file.Path };
        }

        if (Cache.TryGetValue(text, out ModelFileSpec? known) && known.Path == path && known.TextPath == file.Path)
        {
            return known;
        }

        ModelFileSpec spec = Parse(path, text) with { TextPath = file.Path };
        return Cache.GetValue(text, _ => spec) is { } cached && cached.Equals(spec) ? cached : spec;
    }

    /// <summary>
    /// The files whose path is <paramref name="name"/> or ends with it on whole segments: <c>models/kws.ghost.json</c> matches
    /// <c>/app/models/kws.ghost.json</c> and not <c>/app/mymodels/kws.ghost.json</c>. Slashes of both kinds are alike; upper and lower
    /// case are not, so that a project that builds on one machine builds on all.
    /// </summary>
    internal static FileMatch Match(string name, IEnumerable<string> paths)
    {
        // A folder can be written with a slash behind it.
        string wanted = Normalize(name).TrimEnd('/');
        while (wanted.StartsWith("./", StringComparison.Ordinal))
        {
            wanted = wanted.Substring(2);
        }

        string suffix = "/" + wanted;
        return new(new Sequence<string>(paths
            .Where(path => Normalize(path) is var normal && (normal == wanted || normal.EndsWith(suffix, StringComparison.Ordinal)))
            .Distinct(StringComparer.Ordinal)
            .OrderBy(static path => path, StringComparer.Ordinal)));
    }

    /// <summary>Undoes what the targets do to a path so that a compiler option can hold it.</summary>
    private static string Decode(string source) => source.Replace("|3B", ";").Replace("|23", "#").Replace("|7C", "|");

    private static string Normalize(string path) => path.Replace('\\', '/');

    private static ModelFileSpec Parse(string path, SourceText text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text.ToString());
        string hash;
        using (var algorithm = SHA256.Create())
        {
            hash = Convert.ToBase64String(algorithm.ComputeHash(utf8));
        }

        try
        {
            return new(path, hash, ManifestReader.Read(utf8, path));
        }
        catch (ModelFileException exception)
        {
            return new(path, hash, null, new(exception.Defect, exception.Reason, exception.Line, exception.Column));
        }
    }
}
