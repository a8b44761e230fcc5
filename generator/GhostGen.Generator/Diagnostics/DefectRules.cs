using GhostGen.Manifests;
using Microsoft.CodeAnalysis;

namespace GhostGen.Generator.Diagnostics;

/// <summary>The rule of each defect that a model file can have.</summary>
internal static class DefectRules
{
    internal static DiagnosticDescriptor Of(ModelDefect defect) => defect switch
    {
        ModelDefect.FileTooLarge => ModelTextRules.FileTooLarge,
        ModelDefect.InvalidEncoding => ModelTextRules.InvalidEncoding,
        ModelDefect.NotJson => ModelTextRules.NotJson,
        ModelDefect.Truncated => ModelTextRules.Truncated,
        ModelDefect.TrailingData => ModelTextRules.TrailingData,
        ModelDefect.TooDeep => ModelTextRules.TooDeep,
        ModelDefect.NotAnObject => ModelTextRules.NotAnObject,
        ModelDefect.UnknownFormat => ModelMemberRules.UnknownFormat,
        ModelDefect.UnsupportedVersion => ModelMemberRules.UnsupportedVersion,
        ModelDefect.MissingMember => ModelMemberRules.MissingMember,
        ModelDefect.UnknownMember => ModelMemberRules.UnknownMember,
        ModelDefect.DuplicateMember => ModelMemberRules.DuplicateMember,
        ModelDefect.WrongType => ModelMemberRules.WrongType,
        ModelDefect.SizeOutOfRange => ModelLayerRules.SizeOutOfRange,
        ModelDefect.NoLayers => ModelLayerRules.NoLayers,
        ModelDefect.TooManyLayers => ModelLayerRules.TooManyLayers,
        ModelDefect.TooManyParameters => ModelLayerRules.TooManyParameters,
        ModelDefect.UnknownKind => ModelLayerRules.UnknownKind,
        ModelDefect.OptionOutOfRange => ModelLayerRules.OptionOutOfRange,
        ModelDefect.BadLayerName => ModelLayerRules.BadLayerName,
        ModelDefect.DuplicateLayerName => ModelLayerRules.DuplicateLayerName,
        ModelDefect.LabelCountMismatch => ModelLayerRules.LabelCountMismatch,
        ModelDefect.MissingTensor => ModelTensorRules.MissingTensor,
        ModelDefect.UnknownTensor => ModelTensorRules.UnknownTensor,
        ModelDefect.WrongElementType => ModelTensorRules.WrongElementType,
        ModelDefect.WrongTensorShape => ModelTensorRules.WrongTensorShape,
        ModelDefect.WrongDataLength => ModelTensorRules.WrongDataLength,
        ModelDefect.NotBase64 => ModelTensorRules.NotBase64,
        ModelDefect.NonCanonicalBase64 => ModelTensorRules.NonCanonicalBase64,
        ModelDefect.NotANumber => ModelTensorRules.NotANumber,
        ModelDefect.InfiniteValue => ModelTensorRules.InfiniteValue,
        ModelDefect.NormalizationCountMismatch => ModelInputRules.NormalizationCountMismatch,
        ModelDefect.NormalizationOutOfRange => ModelInputRules.NormalizationOutOfRange,
        _ => throw new ArgumentOutOfRangeException(nameof(defect), defect, "No rule is known for this defect."),
    };
}
