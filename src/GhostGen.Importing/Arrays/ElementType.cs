namespace GhostGen.Importing.Arrays;

/// <summary>The element types that arrays are read in; all are widened to, or exactly are, single precision.</summary>
internal enum ElementType
{
    /// <summary>IEEE single precision.</summary>
    Float32,

    /// <summary>IEEE half precision.</summary>
    Float16,

    /// <summary>The upper half of a single.</summary>
    BFloat16,

    /// <summary>IEEE double precision, read only where each value is exactly a single.</summary>
    Float64,
}
