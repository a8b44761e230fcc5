using System.Globalization;
using GhostGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GhostGen.Generator.Diagnostics;

/// <summary>Says of a model file what is wrong with it, where people look for it.</summary>
internal static class DefectFindings
{
    /// <summary>The diagnostic of a defect.</summary>
    /// <param name="defect">The defect.</param>
    /// <param name="path">What the model file is called.</param>
    /// <param name="textPath">Where its text lies: the same, but for a text that the build has converted from another file.</param>
    /// <param name="text">Its text.</param>
    internal static Diagnostic Of(ModelFileDefect defect, string path, string textPath, SourceText text)
    {
        Mistake mistake = MistakeOf(defect, path, textPath);
        return path == textPath
            ? Diagnostic.Create(mistake.Rule, TextLocation.Of(path, text, defect.Line, defect.Column), [.. mistake.Arguments])
            : mistake.ToDiagnostic();
    }

    /// <summary>The defect as a value.</summary>
    /// <param name="defect">The defect.</param>
    /// <param name="path">What the model file is called.</param>
    /// <param name="textPath">Where its text lies.</param>
    internal static Mistake MistakeOf(ModelFileDefect defect, string path, string textPath)
    {
        DiagnosticDescriptor rule = DefectRules.Of(defect.Kind);

        // The compiler's messages do not end with a full stop.
        string reason = defect.Reason.TrimEnd('.');
        return path == textPath
            ? new(rule, new([reason]), new FilePlace(path, defect.Line, defect.Column))
            : new(
                rule,
                new([string.Format(
                    CultureInfo.InvariantCulture,
                    "{0}; this is at line {1}, column {2} of what the build has converted the file to, '{3}', which a rebuild writes anew",
                    reason,
                    defect.Line,
                    defect.Column,
                    textPath)]),
                new FilePlace(path, 1, 1));
    }
}
