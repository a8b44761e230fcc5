using GhostGen.Generator.Emission;
using GhostGen.Generator.Planning;
using GhostGen.Modeling;

namespace GhostGen.Generator.Parsing;

/// <summary>What the attributes of one class say, as a value.</summary>
/// <param name="Class">The class, and the file it names.</param>
/// <param name="Shape">The layers its attributes give; <see langword="null"/> where the shape comes from the file alone. Its name is the class's.</param>
/// <param name="Precision">The numbers that weights are stored as, where no layer attribute says otherwise.</param>
/// <param name="Options">What its attribute decides about the kernels.</param>
internal sealed record ClassSpec(UserClass Class, ModelShape? Shape, Precision Precision, KernelOptions Options)
{
    /// <summary>What keeps the attributes from describing a model.</summary>
    internal Sequence<Mistake> Mistakes { get; init; } = new([]);
}
