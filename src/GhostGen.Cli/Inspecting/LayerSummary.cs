using GhostGen.Modeling;

namespace GhostGen.Cli.Inspecting;

/// <summary>A layer.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind, as the model file spells it.</param>
/// <param name="Input">The values that it reads.</param>
/// <param name="Output">The values that it writes.</param>
/// <param name="State">The values that it carries from step to step.</param>
/// <param name="Options">Its options in words.</param>
/// <param name="Parameters">Weights and biases.</param>
/// <param name="MultiplyAdds">Multiply-adds of a step.</param>
/// <param name="InputRange">What its input is said to lie within; <see langword="null"/> where nothing says it.</param>
internal sealed record LayerSummary(string Name, string Kind, int Input, int Output, int State, string Options, long Parameters, long MultiplyAdds, float? InputRange)
{
    /// <summary>Sums a layer up.</summary>
    public static LayerSummary Of(LayerShape layer) =>
        new(layer.Name, layer.Kind, layer.InputSize, layer.OutputSize, layer.StateSize, Words(layer), layer.Parameters, layer.MultiplyAdds, layer.InputRange);

    private static string Words(LayerShape layer) => layer switch
    {
        GhostGruShape ghost => FormattableString.Invariant(
            $"ratio {ghost.Ratio:R}: {ghost.Intrinsic} intrinsic, {ghost.Ghosts} ghosts; {Map(ghost)}, {Function(ghost.CheapActivation)}{(ghost.CheapBias ? "" : ", no bias")}; {Reset(ghost.Reset)}"),
        GruShape gru => gru.CandidateActivation == Activation.Tanh ? Reset(gru.Reset) : $"{Function(gru.CandidateActivation)} candidate; {Reset(gru.Reset)}",
        DenseShape dense => $"{Function(dense.Activation)}{(dense.Bias ? "" : ", no bias")}",
        _ => "",
    };

    private static string Map(GhostGruShape ghost) => ghost.Cheap == CheapMap.Grouped
        ? FormattableString.Invariant($"cheap map of {ghost.Groups} groups")
        : $"{(ghost.Cheap == CheapMap.Dense ? "dense" : "diagonal")} cheap map";

    private static string Function(Activation activation) => activation switch
    {
        Activation.None => "linear",
        Activation.Relu => "relu",
        Activation.Sigmoid => "sigmoid",
        Activation.Tanh => "tanh",
        _ => "softmax",
    };

    private static string Reset(ResetForm reset) => reset switch
    {
        ResetForm.AfterProduct => "reset after the product",
        ResetForm.AfterWholeProduct => "reset after the whole product",
        _ => "reset before the product",
    };
}
