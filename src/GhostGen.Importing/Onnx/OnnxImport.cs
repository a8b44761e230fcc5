using GhostGen.Importing.Arrays;
using GhostGen.Importing.Layers;
using GhostGen.Importing.Onnx.Messages;
using GhostGen.Importing.Onnx.Values;
using GhostGen.Manifests;

namespace GhostGen.Importing.Onnx;

/// <summary>Reads ONNX models that are a chain of GRUs and dense layers, with what exporters write around them (docs/importing.md).</summary>
public static class OnnxImport
{
    private static readonly Dictionary<string, NamedArray> nothing = [];

    /// <summary>Reads a model.</summary>
    /// <param name="path">The file; messages name it by this.</param>
    /// <param name="options">What the file does not say: a name and labels. Layers are described by the graph and by nothing else.</param>
    /// <exception cref="ImportException">The file has a defect, or a node computes what no model of this product computes.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ModelManifest Load(string path, ImportOptions? options = null) => Load(path, options, nothing);

    /// <summary>Reads a model of which some inputs have values, as those of ONNX's own tests, where weights are inputs.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What the file does not say.</param>
    /// <param name="bound">The values, under the names of the inputs.</param>
    internal static ModelManifest Load(string path, ImportOptions? options, IReadOnlyDictionary<string, NamedArray> bound)
    {
        ArgumentNullException.ThrowIfNull(path);
        options ??= new();
        RequireNone(path, options);
        return Of(OnnxFile.Read(path), path, options, bound);
    }

    /// <summary>Makes the model of a message.</summary>
    /// <param name="model">The message.</param>
    /// <param name="path">What messages call the file; external data is beside it.</param>
    /// <param name="options">What the message does not say.</param>
    /// <param name="bound">The values of inputs, under their names.</param>
    internal static ModelManifest Of(ModelProto model, string path, ImportOptions options, IReadOnlyDictionary<string, NamedArray> bound)
    {
        var chain = new LayerChain();
        RequireOneEnd(path, chain, new GraphWalk(path, model, bound, chain).Run());
        return new SourceModel(options.Name ?? ModelAssembly.NameOf(path), chain.Layers)
        {
            Labels = options.Labels,
            Metadata = MetadataOf(path, model),
            Normalization = chain.Normalization,
        }.ToManifest(path);
    }

    private static void RequireNone(string path, ImportOptions options)
    {
        string? given = options.LayersFile is not null ? "a description of layers" : options.Take.Count > 0 ? "a choice of layers" : options.Activations.Count > 0 ? "activations" : null;
        if (given is not null)
        {
            throw new ImportException(path, null, $"{given} cannot be given for an ONNX model: its graph says all of it. To take a part of it, cut the graph with onnx.utils.extract_model.");
        }
    }

    /// <summary>Every output is what the last layer writes, or the state of a layer.</summary>
    private static void RequireOneEnd(string path, LayerChain chain, IReadOnlyList<(string Name, GraphValue Value)> outputs)
    {
        if (chain.IsEmpty)
        {
            throw new ImportException(path, null, "no output depends on an input by way of a GRU, MatMul or Gemm; there is no layer in the graph.");
        }

        bool hasEnd = false;
        foreach ((string name, GraphValue value) in outputs)
        {
            bool isEnd = value is DataPath end && end.Stage == chain.Stage;
            hasEnd |= isEnd;
            if (!isEnd && value is not (LastStates or DataPath { IsLastState: true }))
            {
                throw new ImportException(
                    path, $"output {Quote.Of(name)}", $"it is {value.Words}, and neither what the last layer writes nor a layer's state; a model is one chain with one output. Export it without this output.");
            }
        }

        if (!hasEnd)
        {
            throw new ImportException(path, null, "no output is what the last layer writes.");
        }
    }

    private static Dictionary<string, string> MetadataOf(string path, ModelProto model)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (StringStringEntryProto entry in model.MetadataProps)
        {
            if (!metadata.TryAdd(entry.Key, entry.Value))
            {
                throw new ImportException(path, null, $"the metadata have the key {Quote.Of(entry.Key)} twice.");
            }
        }

        return metadata;
    }
}
