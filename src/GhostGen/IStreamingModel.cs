namespace GhostGen;

/// <summary>
/// A network that is run one step at a time and remembers what it has seen in its <see cref="State"/>: what every generated
/// class is, and the reference and generic runtimes too.
/// </summary>
/// <remarks>One instance is for one thread at a time. Instances share nothing but their read-only weights, so any number of them can run in parallel.</remarks>
public interface IStreamingModel
{
    /// <summary>Layers, sizes and costs.</summary>
    ModelInfo Info { get; }

    /// <summary>
    /// What the model remembers, <c>Info.StateSize</c> values: each recurrent layer's state in layer order; a ghost layer's is its
    /// intrinsic states and then its ghosts. Save it by copying it out, restore it by copying into it; all zeros is the state of a new model.
    /// </summary>
    Span<float> State { get; }

    /// <summary>Reads one frame and writes one output. The two spans may overlap: the input is read before the output is written.</summary>
    /// <param name="input">Exactly <c>Info.InputSize</c> values.</param>
    /// <param name="output">Exactly <c>Info.OutputSize</c> values.</param>
    /// <exception cref="ArgumentException">A length is wrong; nothing has been written.</exception>
    void Step(ReadOnlySpan<float> input, Span<float> output);

    /// <summary>
    /// Reads a sequence of T frames and writes T outputs, with the same bits as T calls of <see cref="Step"/>. A generated class may compute
    /// blocks of steps; the first block of a thread then allocates a workspace that the thread keeps.
    /// </summary>
    /// <param name="inputs">T times <c>Info.InputSize</c> values, frame after frame; T may be 0.</param>
    /// <param name="outputs">T times <c>Info.OutputSize</c> values; must not overlap <paramref name="inputs"/>.</param>
    /// <exception cref="ArgumentException">The lengths do not belong to the same T, or the spans overlap; nothing has been written.</exception>
    void Run(ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>Forgets everything: sets <see cref="State"/> to zero.</summary>
    void Reset();
}
