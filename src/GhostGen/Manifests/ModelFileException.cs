namespace GhostGen.Manifests;

/// <summary>A model file has a defect: says which, where, what was expected there and what was found.</summary>
public sealed class ModelFileException : Exception
{
    internal ModelFileException(ModelDefect defect, string file, int line, int column, string reason, string? layer, string? tensor, int? index)
        : base(FormattableString.Invariant($"{file}({line},{column}): {reason}"))
    {
        Defect = defect;
        File = file;
        Line = line;
        Column = column;
        Reason = reason;
        Layer = layer;
        Tensor = tensor;
        Index = index;
    }

    /// <summary>The kind of defect.</summary>
    public ModelDefect Defect { get; }

    /// <summary>The file, as it was named by whoever had it read.</summary>
    public string File { get; }

    /// <summary>The line of the defect, from 1.</summary>
    public int Line { get; }

    /// <summary>The column of the defect, from 1, in UTF-16 units as editors and compilers count.</summary>
    public int Column { get; }

    /// <summary>What is wrong, in words, without the file and the place in it.</summary>
    public string Reason { get; }

    /// <summary>The name of the layer that is concerned, if one is and its name is known.</summary>
    public string? Layer { get; }

    /// <summary>The tensor that is concerned, if one is, as the file names it: <c>layer.tensor</c>.</summary>
    public string? Tensor { get; }

    /// <summary>The index of the element that is concerned, if one is, in row-major order from 0.</summary>
    public int? Index { get; }
}
