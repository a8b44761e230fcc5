using System.Diagnostics.CodeAnalysis;

namespace GhostGen;

/// <summary>The numbers that a layer's weights are stored as. Biases and states are always singles.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "Kinds of numbers are what the names are about, and these are what the field calls them.")]
public enum Precision
{
    /// <summary>Single precision, as the model file has them: 4 bytes a weight.</summary>
    Float32,

    /// <summary>
    /// The upper half of a single: 8 bits of exponent and 8 of significand, rounded to nearest, ties to even. 2 bytes a weight; products and
    /// sums are those of single precision.
    /// </summary>
    BFloat16,

    /// <summary>
    /// Bytes with one scale for each output and source, which are multiplied with sources that each step turns into bytes, in whole numbers. A byte a
    /// weight; docs/numerics.md says what that does to results.
    /// </summary>
    Int8,

    /// <summary>
    /// The bytes of <see cref="Int8"/>, multiplied with sources that each step turns into 16-bit numbers: for models that lose too much by bytes on both
    /// sides. A byte a weight, and twice the work for each.
    /// </summary>
    Int8Wide,

    /// <summary>
    /// The whole step in whole numbers: the bytes of <see cref="Int8"/>, sources, states and gates of 16 bits, sigmoid and tanh made of lines. The same bits on every
    /// machine, whether multiply-adds fuse or not, but for a softmax, which is computed in singles of what comes out. docs/numerics.md says how close they come.
    /// </summary>
    Integer,
}
