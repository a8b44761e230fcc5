namespace GhostGen.Generator.Planning;

/// <summary>How weights are written into the source.</summary>
internal enum LiteralForm
{
    /// <summary>They are not: they are loaded at run time.</summary>
    None,

    /// <summary>As numbers, a row of weights a line, for models small enough to be read.</summary>
    Numbers,

    /// <summary>As text, two UTF-16 units a number: the form that costs the compiler least.</summary>
    Text,
}
