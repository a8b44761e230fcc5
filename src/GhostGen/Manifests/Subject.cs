namespace GhostGen.Manifests;

/// <summary>Which part of the model a passage of the file is about, for messages.</summary>
/// <param name="Words">The beginning of a sentence: <c>layer 'gru1'</c>.</param>
/// <param name="Layer">The layer's name, if it is known.</param>
/// <param name="Tensor">The tensor's full name, if it is about one.</param>
internal sealed record Subject(string Words, string? Layer = null, string? Tensor = null)
{
    public static readonly Subject Model = new("the model");
    public static readonly Subject Normalization = new("the normalization");
    public static readonly Subject Metadata = new("the metadata");
    public static readonly Subject Tensors = new("the list of tensors");

    public static Subject OfLayer(string name) => new($"layer {Quote.Of(name)}", name);

    public static Subject OfUnnamedLayer(int position) => new(FormattableString.Invariant($"layer {position + 1} of the list"));

    public static Subject OfTensor(string layer, string name) => new($"tensor {Quote.Of(name)}", layer, name);
}
