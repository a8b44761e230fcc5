using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace GhostGen.Compiling;

/// <summary>A class to generate for a model.</summary>
/// <param name="Namespace">The namespace, or the empty string.</param>
/// <param name="Name">The name, an identifier.</param>
/// <param name="File">The name of the model file, as the attribute has it.</param>
/// <param name="Model">The model and what the attribute says beside its name.</param>
public sealed record ModelClass(string Namespace, string Name, string File, ModelCase Model)
{
    /// <summary>What the names of the generated files begin with.</summary>
    internal string HintPrefix => Namespace.Length == 0 ? Name + "." : $"{Namespace}.{Name}.";

    /// <summary>The class as its user writes it.</summary>
    public string Declaration
    {
        get
        {
            var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"[GhostModel({SymbolDisplay.FormatLiteral(File, quote: true)}");
            if (Model.Accuracy != ActivationAccuracy.Accurate)
            {
                text.Append(CultureInfo.InvariantCulture, $", Accuracy = ActivationAccuracy.{Model.Accuracy}");
            }

            if (Model.Precision != Precision.Float32)
            {
                text.Append(CultureInfo.InvariantCulture, $", Precision = Precision.{Model.Precision}");
            }

            return text.Append(CultureInfo.InvariantCulture, $")]\npublic sealed partial class {Name};\n").ToString();
        }
    }
}
