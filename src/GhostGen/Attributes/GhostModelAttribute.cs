namespace GhostGen;

/// <summary>
/// Makes a partial class a compiled model: the generator writes its <see cref="IStreamingModel"/> members, specialised for exactly
/// the shape that the model file or the layer attributes beside this one give.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class GhostModelAttribute : Attribute
{
    /// <summary>A model whose shape stands in layer attributes and whose weights are loaded at run time.</summary>
    public GhostModelAttribute()
    {
    }

    /// <summary>A model whose weights, and shape, come from a model file at compile time. Layer attributes may repeat the shape; they are then checked against the file.</summary>
    /// <param name="file">The name, or enough of the end of the path to be unambiguous, of a <c>GhostModel</c> item of the project: <c>"kws.ghost.json"</c>.</param>
    public GhostModelAttribute(string file) => File = file;

    /// <summary>The model file, or <see langword="null"/> when weights are loaded at run time.</summary>
    public string? File { get; }

    /// <summary>How exactly sigmoid and tanh are computed. <see cref="ActivationAccuracy.Fast"/> is for small models that run once per audio sample. Layers of <see cref="Precision.Integer"/> have activations of their own.</summary>
    public ActivationAccuracy Accuracy { get; set; }

    /// <summary>
    /// The numbers that weights are stored as, in all layers that do not say otherwise. A model that exceeds the first-level cache spends its time reading
    /// weights: bytes make it two to six times as fast, halves about twice as fast where vectors have 512 bits and no faster below the second-level
    /// cache where they have 256. The model file stays what it is.
    /// </summary>
    public Precision Precision { get; set; }
}
