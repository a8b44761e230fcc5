using System.Globalization;
using System.Text.RegularExpressions;
using GhostGen.Modeling;

namespace GhostGen.Importing.PyTorch;

/// <summary>A name in a state dictionary, taken apart: <c>encoder.rnn.weight_ih_l0</c> is tensor <c>weight_ih</c> of layer 0 of module <c>encoder.rnn</c>.</summary>
/// <param name="Module">The module; empty for the one that was saved.</param>
/// <param name="Tensor">The tensor within a layer, of <see cref="TensorNames"/>.</param>
/// <param name="Layer">The layer of a stacked module, or <see langword="null"/> where the name has no number.</param>
internal sealed partial record TensorName(string Module, string Tensor, int? Layer)
{
    /// <summary>Whether it is a tensor of a recurrent layer.</summary>
    public bool IsRecurrent => Tensor is not (TensorNames.Weight or TensorNames.Bias);

    /// <summary>Takes a name apart; <see langword="null"/> where it is none that layers here have.</summary>
    public static TensorName? Parse(string name)
    {
        Match match = Pattern().Match(name);
        if (!match.Success)
        {
            return null;
        }

        string digits = match.Groups["layer"].Value;
        return digits.Length == 0 ? new(match.Groups["module"].Value, match.Groups["tensor"].Value, null)
            : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int layer) ? new(match.Groups["module"].Value, match.Groups["tensor"].Value, layer)
            : null;
    }

    [GeneratedRegex(@"^(?:(?<module>.*)\.)?(?<tensor>weight_ih|weight_hh|bias_ih|bias_hh|bias_gc|weight_cheap|bias_cheap)(?:_l(?<layer>[0-9]{1,4}))?\z|^(?:(?<module>.*)\.)?(?<tensor>weight|bias)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
