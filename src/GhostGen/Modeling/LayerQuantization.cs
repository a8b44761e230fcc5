namespace GhostGen.Modeling;

/// <summary>What it does to a layer that its weights are stored in fewer bits than singles have. docs/numerics.md says how the numbers are defined, and how far they are from what networks do.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Precision">The numbers that its weights are stored as.</param>
/// <param name="BytesBefore">The bytes of its folded weights and biases as singles.</param>
/// <param name="BytesAfter">The bytes that they take, scales included; without what fills vectors and cache lines up.</param>
/// <param name="WorstRow">The row of weights that is farthest from what it was; <see langword="null"/> where all of them are singles after all.</param>
/// <param name="ExpectedError">
/// How far one step is expected to move the layer's outputs: the root of the mean square over outputs, absolute. It includes what the layers before are
/// expected to do to its input, and not what earlier steps have done to its state.
/// </param>
/// <param name="WorstExpectedError">The same for the output that moves most.</param>
/// <param name="WorstOutput">Which output that is, from 0.</param>
public sealed record LayerQuantization(
    string Layer,
    Precision Precision,
    long BytesBefore,
    long BytesAfter,
    QuantizedRow? WorstRow,
    double ExpectedError,
    double WorstExpectedError,
    int WorstOutput);
