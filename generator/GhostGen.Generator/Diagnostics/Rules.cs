using System.Collections.Immutable;
using GhostGen.Manifests;
using Microsoft.CodeAnalysis;

namespace GhostGen.Generator.Diagnostics;

/// <summary>All rules.</summary>
internal static class Rules
{
    /// <summary>In the order of their ids.</summary>
    internal static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        ClassRules.NotPartial,
        ClassRules.ContainerNotPartial,
        ClassRules.NotAClass,
        ClassRules.Static,
        ClassRules.Abstract,
        ClassRules.Generic,
        ClassRules.FileLocal,
        MemberRules.ClassName,
        MemberRules.Declared,
        MemberRules.Inherited,
        MemberRules.Constructor,
        MemberRules.WeightsConstructor,
        MemberRules.BaseConstructor,
        MemberRules.Required,
        LayerRules.NoLayers,
        LayerRules.NoModel,
        LayerRules.Scattered,
        LayerRules.NoInput,
        LayerRules.InputDiffers,
        LayerRules.Name,
        LayerRules.SameName,
        LayerRules.TooMany,
        OptionRules.Size,
        OptionRules.Ratio,
        OptionRules.Cheap,
        OptionRules.Groups,
        OptionRules.Activation,
        OptionRules.Reset,
        OptionRules.Parameters,
        OptionRules.Accuracy,
        OptionRules.Precision,
        OptionRules.InputRange,
        FileRules.NoName,
        FileRules.NotFound,
        FileRules.Ambiguous,
        FileRules.ShapeDiffers,
        FileRules.TooManyWeights,
        .. ((ModelDefect[])Enum.GetValues(typeof(ModelDefect))).Select(DefectRules.Of),
    ];
}
