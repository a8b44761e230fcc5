using GhostGen.Importing.Arrays;
using GhostGen.Importing.Descriptions;
using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Importing.PyTorch;

/// <summary>Writes a model as a state dictionary with the names that PyTorch's modules have, and a description of what they do not say.</summary>
internal static class StateDictionaryOf
{
    private const string LayerSuffix = "_l0";

    /// <summary>The arrays and the description of a model.</summary>
    public static ArrayFile Model(ModelManifest manifest, string file)
    {
        var arrays = new List<NamedArray>();
        foreach (LayerShape layer in manifest.Shape.Layers)
        {
            string suffix = layer is DenseShape ? "" : LayerSuffix;
            arrays.AddRange(layer.Tensors.Select(tensor => new NamedArray(
                $"{layer.Name}.{tensor.Name}{suffix}",
                tensor.Columns is { } columns ? [tensor.Rows, columns] : [tensor.Rows],
                manifest.Tensor(layer, tensor.Name))));
        }

        return new(file, arrays, KeepsOrder: true, DescriptionText.Write(Description(manifest)));
    }

    private static ModelDescription Description(ModelManifest manifest) => new()
    {
        Name = manifest.Shape.Name,
        Normalization = manifest.Normalization is { } normalization ? new() { Mean = normalization.Mean, Scale = normalization.Scale } : null,
        Layers = [.. manifest.Shape.Layers.Select(Description)],
        Labels = manifest.Labels.Count > 0 ? manifest.Labels : null,
        Metadata = manifest.Metadata.Count > 0 ? manifest.Metadata : null,
    };

    private static LayerDescription Description(LayerShape layer)
    {
        var description = new LayerDescription { From = layer.Name, Kind = layer.Kind, Name = layer.Name, InputRange = layer.InputRange };
        return layer switch
        {
            GhostGruShape ghost => description with
            {
                Hidden = ghost.Hidden,
                Ratio = ghost.Ratio,
                Cheap = ghost.Cheap,
                Groups = ghost.Groups,
                CheapActivation = ghost.CheapActivation,
                CheapBias = ghost.CheapBias,
                Reset = ghost.Reset,
            },
            GruShape gru => description with { Hidden = gru.Hidden, Reset = gru.Reset, Activation = gru.CandidateActivation },
            DenseShape dense => description with { Units = dense.Units, Activation = dense.Activation, Bias = dense.Bias },
            _ => description,
        };
    }
}
