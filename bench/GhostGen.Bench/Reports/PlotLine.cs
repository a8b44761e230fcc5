namespace GhostGen.Bench.Reports;

/// <summary>What a line of a plot is, and so how it is drawn.</summary>
internal enum PlotLine
{
    /// <summary>A contender: a solid line through points.</summary>
    Contender,

    /// <summary>A contender that differs from the one of the same colour in an option: dotted, through points of a form of its own.</summary>
    Variant,

    /// <summary>A limit: dashed, and without points.</summary>
    Limit,
}
