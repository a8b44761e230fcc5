namespace GhostGen.Manifests;

/// <summary>What is wrong with a model file. The compiler has a diagnostic rule for each; names and meanings never change.</summary>
public enum ModelDefect
{
    /// <summary>The file is larger than any model within the limits could make it.</summary>
    FileTooLarge,

    /// <summary>The bytes are not UTF-8, or an escape is half of a surrogate pair.</summary>
    InvalidEncoding,

    /// <summary>The text is not JSON.</summary>
    NotJson,

    /// <summary>The text ends before the document does.</summary>
    Truncated,

    /// <summary>Something follows the end of the document.</summary>
    TrailingData,

    /// <summary>Objects or arrays are nested far deeper than the format ever needs.</summary>
    TooDeep,

    /// <summary>The document is JSON, but not an object.</summary>
    NotAnObject,

    /// <summary>The member <c>format</c> does not name this format.</summary>
    UnknownFormat,

    /// <summary>The member <c>format</c> names a version of this format that is not known here.</summary>
    UnsupportedVersion,

    /// <summary>A member that has to be there is absent.</summary>
    MissingMember,

    /// <summary>A member is there that the format does not have.</summary>
    UnknownMember,

    /// <summary>An object has two members of one name.</summary>
    DuplicateMember,

    /// <summary>A value is of another JSON type than the format says.</summary>
    WrongType,

    /// <summary>A size is not a whole number from 1 to the largest size.</summary>
    SizeOutOfRange,

    /// <summary>The list of layers is empty.</summary>
    NoLayers,

    /// <summary>There are more layers than are supported.</summary>
    TooManyLayers,

    /// <summary>The layers have more weights than are supported.</summary>
    TooManyParameters,

    /// <summary>A layer is of a kind that does not exist.</summary>
    UnknownKind,

    /// <summary>An option of a layer has a value that it cannot have.</summary>
    OptionOutOfRange,

    /// <summary>A layer's name is not an identifier of at most 64 characters.</summary>
    BadLayerName,

    /// <summary>Two layers have the same name.</summary>
    DuplicateLayerName,

    /// <summary>There are labels, but not one for each output.</summary>
    LabelCountMismatch,

    /// <summary>A layer lacks one of its tensors.</summary>
    MissingTensor,

    /// <summary>A tensor belongs to no layer.</summary>
    UnknownTensor,

    /// <summary>A tensor's elements are of a type that is not supported.</summary>
    WrongElementType,

    /// <summary>A tensor has other sizes than its layer needs.</summary>
    WrongTensorShape,

    /// <summary>A tensor's data is longer or shorter than its sizes say.</summary>
    WrongDataLength,

    /// <summary>A tensor's data has a character that base64 does not have, or an escape.</summary>
    NotBase64,

    /// <summary>A tensor's data ends with bits that belong to no byte and are not zero: a second spelling of the same bytes.</summary>
    NonCanonicalBase64,

    /// <summary>An element of a tensor is not a number.</summary>
    NotANumber,

    /// <summary>An element of a tensor is infinite.</summary>
    InfiniteValue,

    /// <summary>The normalization has a mean or a scale, but not one for each input.</summary>
    NormalizationCountMismatch,

    /// <summary>A mean or a scale is not finite, or makes a weight that it is folded into too large for single precision.</summary>
    NormalizationOutOfRange,
}
