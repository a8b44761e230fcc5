using GhostGen.Importing.Onnx.Messages;
using Google.Protobuf;
using Xunit;

namespace GhostGen.Importing.Tests.Onnx;

/// <summary>What no model computes is refused, at its node and with the reason.</summary>
public sealed class OnnxRefusalTests
{
    /// <summary>Graphs, each with the place and a part of the reason.</summary>
    public static TheoryData<string, string, string> Cases { get; } = new(
        ("reverse", "node 'GRU' (GRU)", "its direction is 'reverse'"),
        ("bidirectional", "node 'GRU' (GRU)", "its direction is 'bidirectional'"),
        ("clip", "node 'GRU' (GRU)", "clip"),
        ("activations", "node 'GRU' (GRU)", "its activations are 'Tanh, Sigmoid'"),
        ("activation parameters", "node 'GRU' (GRU)", "activation_alpha"),
        ("layout", "node 'GRU' (GRU)", "its layout is 2"),
        ("lengths", "node 'GRU' (GRU)", "sequence_lens"),
        ("lengths as an input", "node 'GRU' (GRU)", "sequence_lens, 'lengths'"),
        ("initial state", "node 'GRU' (GRU)", "is not zero, and models start at zero"),
        ("hidden size", "node 'GRU' (GRU)", "W has the shape [1, 6, 3]; [1, 15, 3] is expected"),
        ("weights of the input", "node 'GRU' (GRU)", "W is the input 'x'"),
        ("wrong features", "node 'GRU' (GRU)", "its constants are for 4 features, and it reads 3"),
        ("unknown attribute", "node 'MatMul' (MatMul)", "the attribute 'axis'"),
        ("alpha", "node 'Gemm' (Gemm)", "alpha is 0.5"),
        ("transposed steps", "node 'Gemm' (Gemm)", "transA"),
        ("matrix on the left", "node 'MatMul' (MatMul)", "the matrix stands on the left"),
        ("two paths multiplied", "node 'MatMul' (MatMul)", "both depend on the input"),
        ("shortcut", "node 'Add' (Add)", "both depend on the input"),
        ("branch", "node 'MatMul' (MatMul)", "another node reads too"),
        ("concatenation", "node 'Concat' (Concat)", "without shortcuts"),
        ("two activations", "node 'Tanh' (Tanh)", "has an activation already"),
        ("activation behind a GRU", "node 'Relu' (Relu)", "behind a MatMul or Gemm"),
        ("scale between layers", "node 'Mul' (Mul)", "before the first layer"),
        ("scale before mean", "node 'Sub' (Sub)", "in this order"),
        ("softmax over steps", "node 'Softmax' (Softmax)", "taken is a softmax over the features"),
        ("another step", "node 'Gather' (Gather)", "its last step"),
        ("some features", "node 'Slice' (Slice)", "takes a part of what the layer before it writes"),
        ("a part of the input", "node 'GRU' (GRU)", "it reads a part of the input 'x'"),
        ("steps as features", "node 'MatMul' (MatMul)", "it would mix steps or sequences"),
        ("merged steps and features", "node 'Reshape' (Reshape)", "merges the features of a step"),
        ("undecided reshape", "node 'Reshape' (Reshape)", "cannot be decided"),
        ("steps and sequences exchanged", "node 'GRU' (GRU)", "not that of the steps"),
        ("features out of order", "node 'GRU' (GRU)", "not in the order of the input"),
        ("training", "node 'Dropout' (Dropout)", "training mode"),
        ("whole numbers", "node 'Cast' (Cast)", "whole numbers"),
        ("LSTM", "node 'LSTM' (LSTM)", "there is no LSTM layer"),
        ("LogSoftmax", "node 'LogSoftmax' (LogSoftmax)", "take the logarithm outside"),
        ("unknown operator", "node 'Erf' (Erf)", "the operator is not taken; taken are Add, Cast"),
        ("another domain", "node 'MatMul' (MatMul)", "of the domain 'com.microsoft'"),
        ("no layer", "", "there is no layer"),
        ("a second output", "output 'MatMul1'", "it is a value computed from the input, and neither"),
        ("no shape", "input 'x'", "its shape is not given"),
        ("an input of whole numbers", "input 'x'", "its elements are of type 7"),
        ("nothing gives it", "value 'nowhere'", "no node, initialiser or input"),
        ("old operators", "", "version 6 of ONNX's operators; read are 7 to 25"),
        ("no operators", "", "names 0 versions"),
        ("no graph", "", "there is no graph"));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_graph_is_refused_where_it_is_and_with_the_reason(string name, string place, string reason)
    {
        ImportException exception = Assert.Throws<ImportException>(() => SampleModels.Import(RefusedGraphs.Of(name).ToByteArray()));
        Assert.Equal(SampleModels.File, exception.File);
        Assert.Equal(place, exception.Place ?? "");
        Assert.Contains(reason, exception.Reason, StringComparison.Ordinal);
        Assert.True(exception.Reason.Length < 600, exception.Reason);
    }

    [Fact]
    public void What_is_said_of_layers_besides_the_graph_is_refused()
    {
        foreach (ImportOptions options in (ImportOptions[])[new() { LayersFile = "a" }, new() { Take = ["a"] }, new() { Activations = new Dictionary<string, Activation> { ["a"] = Activation.Relu } }])
        {
            ImportException exception = Assert.Throws<ImportException>(() => ModelImport.Load("none.onnx", options));
            Assert.Contains("its graph says all of it", exception.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_long_or_strange_name_is_shortened_in_messages()
    {
        ModelProto model = RefusedGraphs.Of("LSTM");
        model.Graph.Node[0].Name = "a\r\n" + new string('b', 10_000);
        ImportException exception = Assert.Throws<ImportException>(() => SampleModels.Import(model));
        Assert.True(exception.Message.Length < 400, exception.Message);
        Assert.DoesNotContain('\n', exception.Message);
    }
}
