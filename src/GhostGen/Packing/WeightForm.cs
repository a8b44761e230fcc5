namespace GhostGen.Packing;

/// <summary>How the weights of a source are stored: what a lane of a row of weights holds.</summary>
internal enum WeightForm
{
    /// <summary>A weight, for one element of the source.</summary>
    Single,

    /// <summary>Two weights, the upper halves of singles, for two neighbouring elements of the source: that of the first in the lower half of the lane.</summary>
    BFloat16,
}
