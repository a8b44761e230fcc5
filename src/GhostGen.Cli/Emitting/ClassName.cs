using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace GhostGen.Cli.Emitting;

/// <summary>Names of classes.</summary>
internal static class ClassName
{
    /// <summary>A class name for a model: <c>kws-small</c> becomes <c>KwsSmall</c>.</summary>
    public static string Of(string model)
    {
        var name = new StringBuilder();
        bool upper = true;
        foreach (char character in model)
        {
            if (!char.IsAsciiLetterOrDigit(character))
            {
                upper = true;
                continue;
            }

            name.Append(upper ? char.ToUpperInvariant(character) : character);
            upper = false;
        }

        return name.Length == 0 || char.IsAsciiDigit(name[0]) ? "Model" + name : name.ToString();
    }

    /// <summary>Whether a text is an identifier and no keyword; of a namespace, several with dots between them.</summary>
    public static bool IsName(string text, bool isNamespace) =>
        text.Split('.') is var parts && (isNamespace || parts.Length == 1) && parts.All(static part =>
            SyntaxFacts.IsValidIdentifier(part) && SyntaxFacts.GetKeywordKind(part) == SyntaxKind.None);
}
