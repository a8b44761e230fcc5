using GhostGen.Generator.Planning;
using GhostGen.Modeling;

namespace GhostGen.Generator.Emission;

/// <summary>Writes the property that describes a model to programs.</summary>
internal static class InfoEmitter
{
    private const string Modeling = "global::GhostGen.Modeling";

    internal static void Emit(SourceWriter writer, KernelPlan plan, Sequence<string> labels)
    {
        writer.Line("/// <summary>Layers, sizes and costs.</summary>");
        writer.Line("public static global::GhostGen.ModelInfo Info { get; } = global::GhostGen.Kernels.PackedWeights.Describe(");
        writer.Line($"    new {Modeling}.ModelShape({Text.Literal(plan.Shape.Name)}, new {Modeling}.Sequence<{Modeling}.LayerShape>(new {Modeling}.LayerShape[]");
        writer.Line("    {");
        foreach (LayerShape layer in plan.Shape.Layers)
        {
            writer.Line($"        {Layer(layer)},");
        }

        string names = labels.Count == 0 ? "" : $", new[] {{ {string.Join(", ", labels.Select(Text.Literal))} }}";
        var rest = new List<string>();
        if (plan.Options.Accuracy != ActivationAccuracy.Accurate)
        {
            rest.Add($"Accuracy = {Enum(plan.Options.Accuracy)}");
        }

        if (plan.IsSparse)
        {
            rest.Add($"WeightBytes = global::GhostGen.Generated.{KernelsEmitter.Sizes}.WeightBytes");
        }

        if (QuantizationEmitter.Applies(plan))
        {
            rest.Add($"Quantization = {QuantizationEmitter.Layers}");
        }

        writer.Line($"    }})){names}){(rest.Count == 0 ? "" : $" with {{ {string.Join(", ", rest)} }}")};");

        writer.Line();
        writer.Line("global::GhostGen.ModelInfo global::GhostGen.IStreamingModel.Info => Info;");
    }

    private static string Layer(LayerShape layer)
    {
        string options = layer switch
        {
            GhostGruShape ghost => Text.Invariant($"Ratio = {Text.Number(ghost.Ratio)}, Cheap = {Enum(ghost.Cheap)}, Groups = {ghost.Groups}, CheapActivation = {Enum(ghost.CheapActivation)}, CheapBias = {Boolean(ghost.CheapBias)}, Reset = {Enum(ghost.Reset)}"),
            GruShape gru => $"Reset = {Enum(gru.Reset)}, CandidateActivation = {Enum(gru.CandidateActivation)}",
            DenseShape dense => $"Activation = {Enum(dense.Activation)}, Bias = {Boolean(dense.Bias)}",
            _ => "",
        };
        if (layer.Precision != Precision.Float32)
        {
            options += $", Precision = {Enum(layer.Precision)}";
        }

        if (layer.InputRange is { } range)
        {
            options += $", InputRange = {Text.Number(range)}";
        }

        return Text.Invariant($"new {Modeling}.{layer.GetType().Name}({Text.Literal(layer.Name)}, {layer.InputSize}, {layer.OutputSize}) {{ {options} }}");
    }

    private static string Enum<T>(T value)
        where T : struct, System.Enum => $"global::GhostGen.{typeof(T).Name}.{value}";

    private static string Boolean(bool value) => value ? "true" : "false";
}
