using System.Text.Json;
using GhostGen.Modeling;

namespace GhostGen.Manifests;

/// <summary>Reads the tensors that the layers need, and refuses all others.</summary>
internal static class TensorListReader
{
    /// <summary>The elements of each tensor, under its full name.</summary>
    public static Dictionary<string, float[]> Read(ManifestText text, ObjectMembers document, ModelShape shape)
    {
        JsonMember list = document.Required(text, ManifestWords.Tensors);
        document.RequireKind(text, list, JsonTokenType.StartObject, "an object of tensors");
        ObjectMembers entries = ObjectMembers.Of(text, list.Value, Subject.Tensors);
        var tensors = new Dictionary<string, float[]>(StringComparer.Ordinal);
        foreach (LayerShape layer in shape.Layers)
        {
            foreach (TensorShape tensor in layer.Tensors)
            {
                string name = ModelManifest.FullName(layer, tensor.Name);
                Subject subject = Subject.OfTensor(layer.Name, name);
                JsonMember entry = entries.Find(name) ?? throw text.Defect(
                    ModelDefect.MissingTensor, list.Value.Start, $"{subject.Words} is missing; layer '{layer.Name}' ({layer.Kind}) needs it, with the shape {tensor.Dimensions}.", subject);
                tensors.Add(name, TensorReader.Read(text, entry.Value, tensor, subject));
            }
        }

        foreach (JsonMember entry in entries.All)
        {
            if (!tensors.ContainsKey(entry.Name))
            {
                throw Unknown(text, entry, shape);
            }
        }

        return tensors;
    }

    private static ModelFileException Unknown(ManifestText text, JsonMember entry, ModelShape shape)
    {
        int dot = entry.Name.IndexOf('.');
        string prefix = dot < 0 ? entry.Name : entry.Name.Substring(0, dot);
        LayerShape? layer = shape.Layers.FirstOrDefault(candidate => candidate.Name == prefix);
        string help = layer is null
            ? $"no layer is called {Quote.Of(prefix)}"
            : $"layer '{layer.Name}' ({layer.Kind}) has {Quote.List([.. layer.Tensors.Select(static tensor => tensor.Name)])}";
        return text.Defect(ModelDefect.UnknownTensor, entry.NameStart, $"tensor {Quote.Of(entry.Name)} belongs to no layer: {help}.", new Subject("", layer?.Name, entry.Name));
    }
}
