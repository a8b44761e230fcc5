using GhostGen.Importing.Onnx.Messages;

namespace GhostGen.Importing.Onnx;

/// <summary>The versions of ONNX's operators that are read.</summary>
internal static class OperatorSets
{
    /// <summary>The first one with today's GRU.</summary>
    public const long Oldest = 7;

    /// <summary>The last one whose changes were looked at when this was written.</summary>
    public const long Newest = 25;

    /// <summary>The version that a file is written for.</summary>
    /// <exception cref="ImportException">It says none, or one that is not read.</exception>
    public static long Require(string file, ModelProto model)
    {
        OperatorSetIdProto[] own = [.. model.OpsetImport.Where(static set => set.Domain is "" or "ai.onnx")];
        if (own.Length != 1)
        {
            throw new ImportException(file, null, FormattableString.Invariant($"it names {own.Length} versions of ONNX's operators (opset_import); one is needed to know what they mean."));
        }

        return own[0].Version is >= Oldest and <= Newest
            ? own[0].Version
            : throw new ImportException(
                file, null, FormattableString.Invariant($"it is written for version {own[0].Version} of ONNX's operators; read are {Oldest} to {Newest}. Export with another opset_version, or convert it with onnx.version_converter."));
    }
}
