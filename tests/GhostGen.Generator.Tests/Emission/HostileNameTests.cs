extern alias runtime;

using GhostGen.Generator.Pipeline;
using GhostGen.Generator.Tests.Support;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Generator.Tests.Emission;

/// <summary>Whatever things are called, the generated text compiles without a warning, undocumented members among them.</summary>
public sealed class HostileNameTests
{
    private const string HostileText = "\"; } /* */ </summary> \\\" \r\n // \u2028\u2029\u0085 *\\ \" + x \\u0022 <see cref=\"Missing\"/> & ]]> {0} {x} $\" \0 \uFEFF \u202E \U0001F47B 'a";

    /// <summary>Sources in which <c>#</c> stands for the attributes.</summary>
    public static TheoryData<string> Sources =>
    [
        "namespace @namespace.@event.@in { /** <summary>A</summary> */ # public partial class @class { } }",
        "/** <summary>A</summary> */ # public partial class @record { }",
        "/** <summary>A</summary> */ public partial struct @struct { /** <summary>A</summary> */ public partial interface @interface { /** <summary>A</summary> */ # public partial class @void { } } }",
        "/** <summary>A</summary> */ public partial record @partial { /** <summary>A</summary> */ # public partial class @where { } }",
        "namespace Köln.名 { /** <summary>A</summary> */ # public partial class Größe { } }",
        "/** <summary>A</summary> */ # public partial class ıİiI { }",
        "/** <summary>A</summary> */ # public partial class e\u0301\u200D_ß\u0660 { }",
        "/** <summary>A</summary> */ # public partial class \\u0041mp { }",
        "namespace A { # partial class Amp { } } namespace B { # partial class Amp { } } namespace C { partial class B { # partial class Amp { } } }",
        "# partial class KwsModel { } # partial class KWSModel { } # partial class @kwsmodel { }",
        "namespace Kws { # partial class Model { } } namespace kws { # partial class Model { } }",
        "# partial class Amp { # partial class Weights { } }",
        "# partial class @amp { } namespace Amp { # partial class Weights { } }",
        "# partial class Amp { # partial class Amp2 { partial class Amp3 { # partial class Amp4 { } } } }",
        "namespace MyApp.GhostGen { # partial class Amp { } } namespace MyApp.GhostGen.Kernels { # partial class Amp { } }",
        "namespace MyApp.System { # partial class Amp { } } namespace MyApp.System.Runtime { class Unsafe { } class CompilerServices { } }",
        "namespace MyApp { # partial class System { } } namespace MyApp { # partial class GhostGen { } }",
        "# partial class Kernels { } # partial class Places { } # partial class Vector512Kernels { } # partial class ScalarKernels { }",
        "# partial class Vector512 { } # partial class Vector256 { } class Vector128 { } class Unsafe { } class Activations { } class Scalar { } class Softmax { } class MemoryMarshal { } class MethodImplAttribute : global::System.Attribute { } enum MethodImplOptions { }",
        "global using Unsafe = global::System.String; global using Activations = global::System.Int32; global using Kernels = global::System.Int64; # partial class Amp { }",
        "namespace GhostGen { class Unsafe { } class Vector512 { } class Activations { } # partial class Amp { } } namespace GhostGen.Kernels { class Mine { } }",
        "# partial class Amp { class System { } class GhostGen { } class Kernels { } class Places { } class Activation { } class Sequence { } class ModelInfo { } class PackedWeights { } }",
        "# partial class Amp { private static int input, output, steps, step, row, memory, weights; int Sum => input + output + steps + step + row + memory + weights; static Amp() { input = output = steps = step = row = memory = weights = 1; } }",
        "# partial class Streams { } # partial class StepTiles { } # partial class ModelBatch { } partial class Tile { # partial class TileProduct { } }",
        "namespace N" + new string('n', 200) + "." + new string('m', 200) + " { /** <summary>A</summary> */ # public partial class C" + new string('c', 400) + " { } }",
        "abstract class Base { public abstract int X { get; } protected Base() { } } # sealed partial class Amp : Base, global::System.IDisposable { public override int X => 1; public void Dispose() { } }",
        "[global::System.Obsolete(\"old\")] # partial class Amp { }",
        "[global::System.Diagnostics.DebuggerStepThrough] # partial class Amp { } partial class Holder { # protected internal partial class Amp { } # private protected sealed partial class Bmp { } }",
    ];

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_model_from_attributes_compiles(string source) => AssertCompiles(source, "[global::GhostGen.GhostModel, global::GhostGen.GhostGru(3, 8), global::GhostGen.Dense(2)]");

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_model_from_a_file_compiles(string source) => AssertCompiles(source, "[global::GhostGen.GhostModel(\"small.ghost.json\")]", SmallModel.At("/app/small.ghost.json"));

    [Theory]
    [InlineData(8)]
    [InlineData(64)]
    public void Names_labels_and_metadata_of_a_file_are_only_text(int hidden)
    {
        ModelManifest manifest = Models.Random(
            Models.Shape(HostileText, new GruShape("gru", 2, hidden), new DenseShape("head", hidden, 2)),
            labels: [HostileText, ""],
            metadata: new Dictionary<string, string> { [HostileText] = HostileText });
        System.Reflection.Assembly assembly = Generation
            .Of("/** <summary>A</summary> */ [GhostGen.GhostModel(\"a.ghost.json\")] public partial class Amp { }", Models.File("/app/a.ghost.json", manifest))
            .AssertClean()
            .Load();
        runtime::GhostGen.ModelInfo info = GeneratedModel.Create(assembly, "Amp").Info;
        Assert.Equal(HostileText, info.Name);
        Assert.Equal([HostileText, ""], info.Labels);
    }

    [Theory]
    [InlineData("equals", "get_hash_code", "to_string", "reference_equals", "memberwise_clone", "finalize", "get_type")]
    [InlineData("shared", "compiled", "compiled_weights", "new", "reset", "update", "step")]
    [InlineData("a", "A", "a_layer1", "ALayer1", "a_gates4", "_", "__")]
    [InlineData("_1", "layer1", "Layer1", "places", "kernels", "weights", "memory")]
    [InlineData("lane", "input", "output", "row", "k", "system", "unsafe")]
    public void Layers_may_have_any_name(params string[] names)
    {
        // 5 -> 5 through all of them, with kinds in turn; above and below the number of weights that are written as numbers.
        foreach (int size in (int[])[1, 40])
        {
            LayerShape[] layers = [.. names.Select((name, i) => (i % 3) switch
            {
                0 => (LayerShape)new DenseShape(name, size, size),
                1 => new GruShape(name, size, size),
                _ => new GhostGruShape(name, size, size) { Cheap = CheapMap.Diagonal, Reset = ResetForm.BeforeProduct },
            })];
            Generation.Of(
                "/** <summary>A</summary> */ [GhostGen.GhostModel(\"a.ghost.json\")] public partial class Amp { }",
                Models.File("/app/a.ghost.json", Models.Random(Models.Shape("a", layers)))).AssertClean();
        }
    }

    [Fact]
    public void Files_are_named_after_classes()
    {
        Generation generation = Generation.Of("namespace A.B { [GhostGen.GhostModel, GhostGen.Gru(1, 2)] partial class @class { [GhostGen.GhostModel(\"small.ghost.json\")] partial class Größe { } } }", SmallModel.At("/app/small.ghost.json"));
        Assert.Equal(["A.B.class.Größe.Weights.g.cs", "A.B.class.Größe.g.cs", "A.B.class.g.cs"], generation.Texts.Keys);
    }

    [Fact]
    public void Names_that_differ_only_in_case_are_numbered_in_ordinal_order()
    {
        string[] names = ["KwsModel", "KWSModel", "kwsmodel", "Other"];
        Assert.Equal(["KwsModel-2", "KWSModel", "kwsmodel-3", "Other"], names.Select(name => HintNames.Distinct(name, names)));
    }

    private static void AssertCompiles(string source, string attributes, params MemoryText[] files)
    {
        int classes = source.Count(static c => c == '#');
        Generation generation = Generation.Of(source.Replace("#", attributes, StringComparison.Ordinal), files).AssertClean();
        Assert.Equal(files.Length > 0 ? 2 * classes : classes, generation.Texts.Count);
    }
}
