using System.Globalization;
using System.Text.Json.Serialization;
using GhostGen.Bench.Contenders;
using GhostGen.Measuring.Timing;

namespace GhostGen.Bench.Quick;

/// <summary>What was measured for one model.</summary>
/// <param name="Kind">The kind of its layer: <c>gru</c>, or <c>ghost_gru</c> with ratio 2.</param>
/// <param name="Input">The input size.</param>
/// <param name="Hidden">The hidden size.</param>
/// <param name="Parameters">The number of weights and biases.</param>
/// <param name="MultiplyAdds">The multiply-adds of one step.</param>
/// <param name="WeightBytes">The bytes of packed weights that the generated step, and the plain read, read.</param>
/// <param name="Precisions">The same layer with weights of less than single precision.</param>
/// <param name="Timings">The contenders.</param>
internal sealed record ShapeResult(
    string Kind,
    int Input,
    int Hidden,
    long Parameters,
    long MultiplyAdds,
    long WeightBytes,
    IReadOnlyList<PrecisionResult> Precisions,
    IReadOnlyList<StepTime> Timings)
{
    /// <summary>Input and hidden size, such as <c>40 → 128</c>.</summary>
    [JsonIgnore]
    public string Sizes => string.Create(CultureInfo.InvariantCulture, $"{Input} → {Hidden}");

    /// <summary>Puts together what was measured.</summary>
    public static ShapeResult Of(ContenderSet contenders, IReadOnlyList<StepTime> timings)
    {
        ModelInfo info = contenders.Model.Info;
        return new(
            contenders.Model.Kind, info.InputSize, info.OutputSize, info.Parameters, info.MultiplyAdds, info.WeightBytes,
            [.. contenders.Precisions.Select(PrecisionResult.Of)], timings);
    }

    /// <summary>The time of a contender, or <see langword="null"/> where it did not take part.</summary>
    public StepTime? Of(string contender) => Timings.FirstOrDefault(timing => timing.Contender == contender);
}
