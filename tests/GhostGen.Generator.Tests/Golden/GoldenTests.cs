using GhostGen.Generator.Tests.Support;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Microsoft.CodeAnalysis;
using Xunit;

namespace GhostGen.Generator.Tests.Golden;

/// <summary>A few generated files, kept to be read: whoever changes what is written sees in a review what it looks like.</summary>
public sealed class GoldenTests
{
    private static readonly float[] Numbers = [100, 28, 0.25f, 100, 27, 0, 2, 3];

    [Fact]
    public async Task Guitar_amp_from_a_file()
    {
        // Eighths and their negatives: numbers that a reader recognises in the file of weights.
        ModelManifest manifest = Models.Filled(Models.Shape("amp", new GruShape("gru", 1, 8)), static i => ((i % 17) - 8) / 8f);
        await Verifier.Verify(Run(
            """
            using GhostGen;

            namespace Audio;

            /// <summary>An amplifier.</summary>
            [GhostModel("amp.ghost.json")]
            public sealed partial class Amp;
            """,
            Models.File("/app/amp.ghost.json", manifest)));
    }

    [Fact]
    public async Task Keyword_spotter_from_attributes() => await Verifier.Verify(Run(
        """
        using GhostGen;

        namespace Audio;

        /// <summary>A keyword spotter.</summary>
        [GhostModel]
        [GhostGru(input: 10, hidden: 24, Cheap = CheapMap.Grouped, Groups = 3, Name = "ghost")]
        [Dense(4, Activation = Activation.Softmax, Name = "head")]
        public sealed partial class Spotter;
        """));

    [Fact]
    public async Task Noise_gate_with_the_reset_before_the_product() => await Verifier.Verify(Run(
        """
        using GhostGen;

        /// <summary>A noise gate.</summary>
        [GhostModel]
        [Gru(input: 5, hidden: 20, Reset = ResetForm.BeforeProduct, CandidateActivation = Activation.Relu, Name = "noise")]
        public sealed partial class Gate;
        """));

    [Fact]
    public async Task Speech_enhancer_that_runs_sequences_in_blocks() => await Verifier.Verify(Run(
        """
        using GhostGen;

        namespace Audio;

        /// <summary>A speech enhancer: of the smallest sizes whose weights exceed the first-level cache.</summary>
        [GhostModel]
        [Gru(input: 64, hidden: 64, Name = "gru")]
        [Dense(8, Activation = Activation.Sigmoid, Name = "gains")]
        public sealed partial class Enhancer;
        """));

    [Fact]
    public async Task Pitch_tracker_whose_weights_are_halves() => await Verifier.Verify(Run(
        """
        using GhostGen;

        namespace Audio;

        /// <summary>A pitch tracker.</summary>
        [GhostModel(Precision = Precision.BFloat16)]
        [Gru(input: 5, hidden: 24, Name = "gru")]
        [Dense(1, Precision = Precision.Float32, Name = "pitch")]
        public sealed partial class PitchTracker;
        """));

    [Fact]
    public async Task Door_bell_in_whole_numbers() => await Verifier.Verify(Run(
        """
        using GhostGen;

        namespace House;

        /// <summary>Hears a door bell.</summary>
        [GhostModel(Precision = Precision.Integer)]
        [Gru(input: 6, hidden: 20, Name = "gru")]
        [Dense(9, Activation = Activation.Relu, Name = "hidden")]
        [Dense(2, Activation = Activation.Softmax, Name = "head")]
        public sealed partial class DoorBell;
        """));

    [Fact]
    public async Task Wake_word_whose_weights_are_bytes() => await Verifier.Verify(Run(
        """
        using GhostGen;

        namespace Audio;

        /// <summary>A wake word.</summary>
        [GhostModel(Precision = Precision.Int8)]
        [GhostGru(input: 10, hidden: 24, Name = "ghost")]
        [Dense(2, Activation = Activation.Softmax, Name = "head")]
        public sealed partial class WakeWord;
        """));

    [Fact]
    public async Task Scale_from_a_file_whose_weights_become_bytes()
    {
        // The report at the top of the file of weights can be computed by hand.
        ModelManifest manifest = Models.Filled(Models.Shape("scale", new DenseShape("grams", 3, 2)), static i => Numbers[i]);
        await Verifier.Verify(Run(
            """
            using GhostGen;

            namespace Kitchen;

            /// <summary>A scale.</summary>
            [GhostModel("scale.ghost.json", Precision = Precision.Int8)]
            public sealed partial class Scale;
            """,
            Models.File("/app/scale.ghost.json", manifest)));
    }

    [Fact]
    public async Task Guitar_amp_whose_file_is_cut_off() => await Verifier.Verify(Run(
        """
        using GhostGen;

        namespace Audio;

        /// <summary>An amplifier.</summary>
        [GhostModel("amp.ghost.json")]
        public sealed partial class Amp;
        """,
        new MemoryText("/app/amp.ghost.json", SmallModel.Text[..^30])));

    [Fact]
    public async Task Keyword_spotter_whose_layers_are_wrong() => await Verifier.Verify(Run(
        """
        using GhostGen;

        namespace Audio;

        /// <summary>A keyword spotter.</summary>
        [GhostModel(Accuracy = (ActivationAccuracy)2)]
        [GhostGru(input: 10, hidden: 24, Name = "ghost")]
        [Dense(4, Activation = Activation.Softmax, Name = "head")]
        public sealed partial class Spotter;
        """));

    private static GeneratorDriver Run(string source, params AdditionalText[] files) => Generation.Of(source, files).AssertClean().Driver;
}
