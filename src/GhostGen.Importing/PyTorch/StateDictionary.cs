using System.Globalization;
using GhostGen.Importing.Arrays;
using GhostGen.Importing.Layers;
using GhostGen.Manifests;

namespace GhostGen.Importing.PyTorch;

/// <summary>
/// Recognises the modules of a PyTorch state dictionary by the names and shapes of their tensors: <c>nn.GRU</c>, <c>nn.GRUCell</c>,
/// <c>nn.Linear</c> and our GhostGRU. Their arrangement is the model file's own, so no weight moves.
/// </summary>
internal static class StateDictionary
{
    /// <summary>Groups arrays into layers, in the order in which the file first names each.</summary>
    /// <exception cref="ImportException">Tensors of a layer are missing or do not fit each other.</exception>
    public static SourceLayers Recognise(ArrayFile file)
    {
        var groups = new List<TensorGroup>();
        var others = new List<string>();
        foreach (NamedArray array in file.Arrays)
        {
            TensorName? name = TensorName.Parse(array.Name);
            if (name is null)
            {
                others.Add($"tensor {Quote.Of(array.Name)} {array.Dimensions} belongs to no GRU, GhostGRU or Linear");
                continue;
            }

            TensorGroup? group = groups.Find(group => group.Module == name.Module && group.Layer == name.Layer && group.IsRecurrent == name.IsRecurrent);
            if (group is null)
            {
                groups.Add(group = new(name.Module, name.Layer, name.IsRecurrent));
            }

            group.Arrays[name.Tensor] = array;
        }

        var layers = new List<SourceLayer>();
        foreach (TensorGroup group in groups)
        {
            string from = NameOf(group, groups);
            if (group.IsRecurrent)
            {
                layers.Add(RecurrentTensorsOfModule.ToLayer(from, group.Arrays, layers.Count, file.File));
            }
            else if (LinearTensors.ToLayer(from, group.Arrays, layers.Count, file.File) is { } linear)
            {
                layers.Add(linear);
            }
            else
            {
                NamedArray array = group.Arrays.Values.First();
                others.Add($"tensor {Quote.Of(array.Name)} {array.Dimensions} belongs to a module that is no Linear");
            }
        }

        return new(file.File, layers, file.KeepsOrder && LayerOrder.IsChain(layers)) { Others = others, Description = file.Description };
    }

    private static string NameOf(TensorGroup group, List<TensorGroup> groups)
    {
        if (!groups.Exists(other => other.Module == group.Module && other.IsRecurrent && other.Layer > 0))
        {
            return group.Module;
        }

        string layer = "l" + group.Layer.GetValueOrDefault().ToString(CultureInfo.InvariantCulture);
        return group.Module.Length == 0 ? layer : $"{group.Module}_{layer}";
    }

    private sealed record TensorGroup(string Module, int? Layer, bool IsRecurrent)
    {
        public Dictionary<string, NamedArray> Arrays { get; } = new(StringComparer.Ordinal);
    }
}
