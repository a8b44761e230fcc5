using GhostGen.Modeling;

namespace GhostGen.Manifests;

/// <summary>The words of the model file: names of members and spellings of options.</summary>
internal static class ManifestWords
{
    public const string FormatName = "ghostgen";
    public const string FormatVersion = "1";

    public const string Format = "format";
    public const string Name = "name";
    public const string Input = "input";
    public const string Normalization = "normalization";
    public const string Layers = "layers";
    public const string Labels = "labels";
    public const string Metadata = "metadata";
    public const string Tensors = "tensors";

    public const string Mean = "mean";
    public const string Scale = "scale";

    public const string Kind = "kind";
    public const string Hidden = "hidden";
    public const string Units = "units";
    public const string Ratio = "ratio";
    public const string Cheap = "cheap";
    public const string Groups = "groups";
    public const string CheapActivation = "cheap_activation";
    public const string CheapBias = "cheap_bias";
    public const string Reset = "reset";
    public const string Activation = "activation";
    public const string Bias = "bias";
    public const string InputRange = "input_range";

    public const string ElementType = "dtype";
    public const string Shape = "shape";
    public const string Data = "data";

    /// <summary>The only element type of version 1: IEEE single precision, little-endian.</summary>
    public const string Float32 = "F32";

    /// <summary>The members of the document, in the order in which they are written.</summary>
    public static readonly string[] DocumentMembers = [Format, Name, Input, Normalization, Layers, Labels, Metadata, Tensors];

    /// <summary>The members of the normalization.</summary>
    public static readonly string[] NormalizationMembers = [Mean, Scale];

    /// <summary>The members of a tensor.</summary>
    public static readonly string[] TensorMembers = [ElementType, Shape, Data];

    /// <summary>The kinds of layers.</summary>
    public static readonly string[] Kinds = [GhostGruShape.KindName, GruShape.KindName, DenseShape.KindName];

    /// <summary>The spellings of <see cref="GhostGen.Activation"/>, in the order of its values.</summary>
    public static readonly string[] Activations = ["none", "relu", "sigmoid", "tanh", "softmax"];

    /// <summary>The spellings of <see cref="ResetForm"/>, in the order of its values.</summary>
    public static readonly string[] ResetForms = ["after_product", "after_whole_product", "before_product"];

    /// <summary>The spellings of <see cref="CheapMap"/>, in the order of its values.</summary>
    public static readonly string[] CheapMaps = ["dense", "grouped", "diagonal"];

    private static readonly string[] GhostGruMembers = [Kind, Name, Hidden, Ratio, Cheap, Groups, CheapActivation, CheapBias, Reset, InputRange];
    private static readonly string[] GruMembers = [Kind, Name, Hidden, Reset, Activation, InputRange];
    private static readonly string[] DenseMembers = [Kind, Name, Units, Activation, Bias, InputRange];

    /// <summary>The members of a layer, or <see langword="null"/> where there is no such kind.</summary>
    public static string[]? LayerMembers(string kind) => kind switch
    {
        GhostGruShape.KindName => GhostGruMembers,
        GruShape.KindName => GruMembers,
        DenseShape.KindName => DenseMembers,
        _ => null,
    };

    /// <summary>The member that an option of a shape is read from.</summary>
    /// <param name="option">The name of a property, as <see cref="ShapeProblem"/> has it.</param>
    public static string MemberOf(string option) => option switch
    {
        nameof(GhostGruShape.Ratio) => Ratio,
        nameof(GhostGruShape.Cheap) => Cheap,
        nameof(GhostGruShape.Groups) => Groups,
        nameof(GhostGruShape.CheapActivation) => CheapActivation,
        nameof(GhostGruShape.Reset) => Reset,
        nameof(GruShape.CandidateActivation) or nameof(DenseShape.Activation) => Activation,
        nameof(GhostGruShape.Hidden) => Hidden,
        nameof(DenseShape.Units) => Units,
        nameof(LayerShape.InputRange) => InputRange,
        _ => Name,
    };
}
