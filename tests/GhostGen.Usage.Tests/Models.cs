using GhostGen;

/// <summary>Shape and weights from the file, in no namespace.</summary>
[GhostModel("switch.ghost.json")]
public sealed partial class GlobalSwitch;

namespace GhostGen.Usage.Tests
{
    /// <summary>Shape from attributes, weights at run time; the shape of the file.</summary>
    [GhostModel]
    [GhostGru(3, 10, Ratio = 2, Name = "memory")]
    [Dense(2, Activation = Activation.Softmax)]
    public sealed partial class LoadedSwitch;

    /// <summary>Both, checked against each other by the compiler.</summary>
    [GhostModel("switch.ghost.json")]
    [GhostGru(3, 10)]
    [Dense(10, 2, Activation = Activation.Softmax)]
    public sealed partial class CheckedSwitch;

    /// <summary>Weights of half the bytes, loaded at run time.</summary>
    [GhostModel(Precision = Precision.BFloat16)]
    [GhostGru(3, 10)]
    [Dense(2, Activation = Activation.Softmax)]
    public sealed partial class HalfSwitch;

    /// <summary>Weights of half the bytes in all layers but the last.</summary>
    [GhostModel("switch.ghost.json", Precision = Precision.BFloat16)]
    [GhostGru(3, 10)]
    [Dense(10, 2, Activation = Activation.Softmax, Precision = Precision.Float32)]
    public sealed partial class MixedSwitch;

    /// <summary>Weights of bytes, loaded at run time, and a range that inputs exceed.</summary>
    [GhostModel(Precision = Precision.Int8)]
    [GhostGru(3, 10, InputRange = 1.5f)]
    [Dense(2, Activation = Activation.Softmax)]
    public sealed partial class RangedSwitch;

    /// <summary>Another shape than the file's.</summary>
    [GhostModel]
    [GhostGru(3, 11)]
    [Dense(2, Activation = Activation.Softmax)]
    public sealed partial class WiderSwitch;

    /// <summary>A class with a life of its own.</summary>
    [GhostModel("switch.ghost.json")]
    internal sealed partial class CountingSwitch(int start)
    {
        private int count = start;

        public int StepAndCount(ReadOnlySpan<float> input, Span<float> output)
        {
            Step(input, output);
            return ++count;
        }
    }

    /// <summary>Types of every kind around models.</summary>
    public static partial class Outer
    {
        internal partial record struct Middle
        {
            internal partial interface @interface
            {
                [GhostModel("switch.ghost.json")]
                private protected sealed partial class @class;

                internal static IStreamingModel Create() => new @class();
            }
        }
    }

    /// <summary>Two classes that differ only in case.</summary>
    [GhostModel("switch.ghost.json")]
    public sealed partial class TwinSWITCH;

    /// <inheritdoc cref="TwinSWITCH"/>
    [GhostModel("switch.ghost.json")]
    public sealed partial class TwinSwitch;

    /// <summary>A name beyond ASCII.</summary>
    [GhostModel("switch.ghost.json")]
    public sealed partial class Größenschalter;
}
