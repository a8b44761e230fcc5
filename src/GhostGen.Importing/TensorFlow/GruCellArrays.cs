using System.Text.RegularExpressions;
using GhostGen.Importing.Arrays;
using GhostGen.Importing.Layers;
using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Importing.TensorFlow;

/// <summary>
/// Recognises arrays of TensorFlow 1: <c>GRUCell</c>, whose kernels multiply <c>[x, h]</c> from the left, whose gates stand in the order
/// reset, update with the reset before the product, and whose biases are one per gate; and dense layers, kernel and bias.
/// </summary>
internal static partial class GruCellArrays
{
    private const int Gates = 2;

    /// <summary>Whether a file has the arrays of such a cell.</summary>
    public static bool AreIn(ArrayFile file) => file.Arrays.Any(static array => Cell().IsMatch(array.Name));

    /// <summary>Groups arrays into layers, in the order in which the file first names each.</summary>
    /// <exception cref="ImportException">Arrays are missing or do not fit each other.</exception>
    public static SourceLayers Recognise(ArrayFile file)
    {
        var layers = new List<SourceLayer>();
        var others = new List<string>();
        var groups = new Dictionary<(string Name, bool IsCell), Dictionary<string, NamedArray>>();
        foreach (NamedArray array in file.Arrays)
        {
            Match cell = Cell().Match(array.Name);
            Match dense = Dense().Match(array.Name);
            if (!cell.Success && !dense.Success)
            {
                others.Add($"array {Quote.Of(array.Name)} {array.Dimensions} belongs to no GRUCell and no dense layer");
                continue;
            }

            (string Name, bool IsCell) key = cell.Success ? (cell.Groups["cell"].Value, true) : (dense.Groups["layer"].Value, false);
            if (!groups.TryGetValue(key, out Dictionary<string, NamedArray>? group))
            {
                groups.Add(key, group = []);
            }

            string part = cell.Success ? $"{cell.Groups["gates"].Value}_{cell.Groups["part"].Value}" : dense.Groups["weight"].Success ? "kernel" : "bias";
            if (!group.TryAdd(part, array))
            {
                throw new ImportException(file.File, $"array {Quote.Of(array.Name)}", $"{Quote.Of(group[part].Name)} is the same part of the same layer; one of them is expected.");
            }
        }

        foreach (((string name, bool isCell), Dictionary<string, NamedArray> group) in groups)
        {
            layers.Add(isCell ? Recurrent(name, group, layers.Count, file.File) : DenseLayer(name, group, layers.Count, file.File));
        }

        return new(file.File, layers, KeepsOrder: false) { Others = others, Description = file.Description };
    }

    private static SourceLayer Recurrent(string name, Dictionary<string, NamedArray> arrays, int position, string file)
    {
        string from = name.Length == 0 ? "gru" : name;
        NamedArray candidateBias = Part(from, arrays, "candidate_bias", 1, file);
        NamedArray candidate = Part(from, arrays, "candidate_kernel", 2, file);
        NamedArray gates = Part(from, arrays, "gates_kernel", 2, file);
        NamedArray gateBias = Part(from, arrays, "gates_bias", 1, file);
        int hidden = candidateBias.Sizes[0];
        int rows = candidate.Sizes[0];
        int input = rows - hidden;
        Require(candidate, [rows, hidden], file);
        Require(gates, [rows, Gates * hidden], file);
        Require(gateBias, [Gates * hidden], file);
        if (input < 1)
        {
            throw new ImportException(file, $"array {Quote.Of(candidate.Name)}", FormattableString.Invariant($"it has {rows} rows; inputs and {hidden} states are expected to have one each."));
        }

        float[] stacked = [.. Layout.Transpose(gates.Values, rows, Gates * hidden), .. Layout.Transpose(candidate.Values, rows, hidden)];
        return SourceLayer.Of(
            from,
            new GruShape(LayerNames.Of(from, LayerName.Default(GruShape.KindName, position)), input, hidden) { Reset = ResetForm.BeforeProduct },
            Layout.Columns(stacked, rows, 0, input),
            Layout.Columns(stacked, rows, input, hidden),
            [.. gateBias.Values, .. candidateBias.Values]);
    }

    private static SourceLayer DenseLayer(string from, Dictionary<string, NamedArray> arrays, int position, string file)
    {
        NamedArray kernel = Part(from, arrays, "kernel", 2, file);
        (int input, int units) = (kernel.Sizes[0], kernel.Sizes[1]);
        bool hasBias = arrays.TryGetValue("bias", out NamedArray? bias);
        var shape = new DenseShape(LayerNames.Of(from, LayerName.Default(DenseShape.KindName, position)), input, units) { Bias = hasBias };
        float[] weights = Layout.Transpose(kernel.Values, input, units);
        if (!hasBias)
        {
            return SourceLayer.Of(from, shape, weights) with { IsComplete = false };
        }

        Require(bias!, [units], file);
        return SourceLayer.Of(from, shape, weights, bias!.Values) with { IsComplete = false };
    }

    private static NamedArray Part(string from, Dictionary<string, NamedArray> arrays, string part, int sizes, string file)
    {
        if (!arrays.TryGetValue(part, out NamedArray? array))
        {
            throw new ImportException(file, $"layer {Quote.Of(from)}", $"it has {Quote.List([.. arrays.Values.Select(static array => Quote.Of(array.Name))])}, and no {part}.");
        }

        return array.Sizes.Count == sizes && array.Values.Length > 0
            ? array
            : throw new ImportException(file, $"array {Quote.Of(array.Name)}", FormattableString.Invariant($"its shape is {array.Dimensions}; {sizes} sizes above zero are expected."));
    }

    private static void Require(NamedArray array, int[] sizes, string file)
    {
        if (!array.Sizes.SequenceEqual(sizes))
        {
            throw new ImportException(file, $"array {Quote.Of(array.Name)}", FormattableString.Invariant($"its shape is {array.Dimensions}; beside the layer's other arrays, [{string.Join(", ", sizes)}] is expected."));
        }
    }

    // Variables are called gru_cell/gates/kernel:0; where they are files, something else than a slash stands between.
    [GeneratedRegex(@"^(?:(?<cell>.*)[/_.])?(?<gates>gates|candidate)[/_.](?<part>kernel|bias)(?::0)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Cell();

    [GeneratedRegex(@"^(?:(?<layer>.+)[/_.](?:(?<weight>kernel)|bias)|(?:(?<weight>W)|b)_(?<layer>\w+))(?::0)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Dense();
}
