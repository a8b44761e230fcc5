using GhostGen.Importing.Layers;
using GhostGen.Importing.Onnx.Messages;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Google.Protobuf;
using DataType = GhostGen.Importing.Onnx.Messages.TensorProto.Types.DataType;

namespace GhostGen.Importing.Onnx;

/// <summary>
/// Writes models as ONNX: from <c>input</c>, <c>[steps, 1, inputs]</c>, to <c>output</c>, <c>[steps, 1, outputs]</c>, of every step, from a state of zero.
/// </summary>
public static class OnnxExport
{
    /// <summary>The name of the input.</summary>
    internal const string Input = "input";

    /// <summary>The name of the output.</summary>
    internal const string Output = "output";

    private const string Steps = "steps";

    /// <summary>Saves a model. It is written beside its place and then moved there. Labels and ranges of inputs, which ONNX has no place for, are left out.</summary>
    /// <param name="manifest">The model.</param>
    /// <param name="path">The path; a file that is there is replaced.</param>
    /// <exception cref="ImportException">A layer is a GhostGRU with ghosts, which no operator of ONNX computes; nothing is written.</exception>
    /// <exception cref="IOException">The file cannot be written; what was there before still is.</exception>
    public static void Save(ModelManifest manifest, string path)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(path);
        WholeFile.Write(path, stream => Write(manifest, path, stream));
    }

    /// <summary>Writes a model to a stream.</summary>
    /// <param name="manifest">The model.</param>
    /// <param name="path">What messages call the file.</param>
    /// <param name="stream">The stream.</param>
    internal static void Write(ModelManifest manifest, string path, Stream stream) => ToModel(manifest, path).WriteTo(stream);

    /// <summary>The model as a message.</summary>
    internal static ModelProto ToModel(ModelManifest manifest, string path)
    {
        var graph = new GraphWriter(manifest.Shape.Name);
        graph.AddInput(Input, Steps, 1, manifest.Shape.InputSize);
        string last = AddNormalization(graph, manifest.Normalization, Input);
        for (int i = 0; i < manifest.Shape.Layers.Count; i++)
        {
            LayerShape layer = manifest.Shape.Layers[i];
            string result = i == manifest.Shape.Layers.Count - 1 ? Output : $"{layer.Name}.{Output}";
            switch (layer)
            {
                case GruShape gru:
                    AddGru(graph, manifest, gru, gru.Reset, gru.CandidateActivation, last, result);
                    break;
                case GhostGruShape { Ghosts: 0 } gru:
                    AddGru(graph, manifest, gru, gru.Reset, Activation.Tanh, last, result);
                    break;
                case DenseShape dense:
                    AddDense(graph, manifest, dense, last, result);
                    break;
                default:
                    throw new ImportException(
                        path, $"layer {Quote.Of(layer.Name)}", $"no operator of ONNX computes a {layer.Kind} with ghosts; only models of gru and dense layers can be written as ONNX.");
            }

            last = result;
        }

        graph.AddOutput(Output, Steps, 1, manifest.Shape.OutputSize);
        ModelProto model = graph.ToModel();
        model.MetadataProps.AddRange(manifest.Metadata.OrderBy(static entry => entry.Key, StringComparer.Ordinal).Select(static entry => new StringStringEntryProto { Key = entry.Key, Value = entry.Value }));
        return model;
    }

    private static void AddGru(GraphWriter graph, ModelManifest manifest, LayerShape layer, ResetForm reset, Activation candidate, string input, string output)
    {
        int hidden = layer.StateSize;
        float[] biases = manifest.Tensor(layer, TensorNames.BiasInput);

        // The operator adds two biases, of which one is enough before the product. Minus zero is the zero that leaves every number's bits alone.
        float[] others = reset == ResetForm.BeforeProduct ? [.. Enumerable.Repeat(-0f, biases.Length)] : manifest.Tensor(layer, TensorNames.BiasHidden);
        string all = $"{layer.Name}.Y";
        graph.Add(
            "GRU",
            $"/{layer.Name}/GRU",
            [
                input,
                graph.AddSingles($"{layer.Name}.W", Layout.ExchangeGates(manifest.Tensor(layer, TensorNames.WeightInput)), 1, 3 * hidden, layer.InputSize),
                graph.AddSingles($"{layer.Name}.R", Layout.ExchangeGates(manifest.Tensor(layer, TensorNames.WeightHidden)), 1, 3 * hidden, hidden),
                graph.AddSingles($"{layer.Name}.B", [.. Layout.ExchangeGates(biases), .. Layout.ExchangeGates(others)], 1, 6 * hidden),
            ],
            [all],
            ("hidden_size", hidden),
            ("linear_before_reset", reset == ResetForm.BeforeProduct ? 0 : 1),
            ("activations", (string[])["Sigmoid", candidate.ToString()]));
        graph.Add("Squeeze", $"/{layer.Name}/Squeeze", [all, graph.AddIntegers($"{layer.Name}.directions", 1)], [output]);
    }

    private static void AddDense(GraphWriter graph, ModelManifest manifest, DenseShape layer, string input, string output)
    {
        bool isLinear = layer.Activation == Activation.None;
        string sum = isLinear ? output : $"{layer.Name}.sum";
        string product = layer.Bias ? $"{layer.Name}.product" : sum;
        float[] matrix = Layout.Transpose(manifest.Tensor(layer, TensorNames.Weight), layer.Units, layer.InputSize);
        graph.Add("MatMul", $"/{layer.Name}/MatMul", [input, graph.AddSingles($"{layer.Name}.weight", matrix, layer.InputSize, layer.Units)], [product]);
        if (layer.Bias)
        {
            graph.Add("Add", $"/{layer.Name}/Add", [product, graph.AddSingles($"{layer.Name}.bias", manifest.Tensor(layer, TensorNames.Bias), layer.Units)], [sum]);
        }

        if (!isLinear)
        {
            graph.Add(layer.Activation.ToString(), $"/{layer.Name}/{layer.Activation}", [sum], [output]);
        }
    }

    /// <summary>Adds a mean and a scale in single precision where their numbers are singles, and otherwise in double precision.</summary>
    private static string AddNormalization(GraphWriter graph, InputNormalization? normalization, string input)
    {
        if (normalization is null)
        {
            return input;
        }

        bool areSingles = AreSingles(normalization.Mean) && AreSingles(normalization.Scale);
        string last = areSingles ? input : AddCast(graph, "wide", input, DataType.Double);
        last = AddArithmetic(graph, "Sub", "mean", normalization.Mean, areSingles, last);
        last = AddArithmetic(graph, "Mul", "scale", normalization.Scale, areSingles, last);
        return areSingles ? last : AddCast(graph, "normalized", last, DataType.Float);
    }

    private static bool AreSingles(Sequence<double>? numbers) => numbers is null || numbers.All(static value => (float)value == value);

    private static string AddArithmetic(GraphWriter graph, string operation, string name, Sequence<double>? numbers, bool areSingles, string input)
    {
        if (numbers is null)
        {
            return input;
        }

        string constant = $"{Input}.{name}";
        _ = areSingles
            ? graph.AddSingles(constant, Array.ConvertAll(numbers.ToArray(), static value => (float)value), numbers.Count)
            : graph.AddDoubles(constant, numbers.ToArray(), numbers.Count);
        string result = $"{Input}.{operation}";
        graph.Add(operation, $"/{Input}/{operation}", [input, constant], [result]);
        return result;
    }

    private static string AddCast(GraphWriter graph, string name, string input, DataType to)
    {
        string result = $"{Input}.{name}";
        graph.Add("Cast", $"/{Input}/Cast_{name}", [input], [result], ("to", (int)to));
        return result;
    }
}
