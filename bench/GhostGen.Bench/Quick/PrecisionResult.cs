using System.Text.Json.Serialization;
using GhostGen.Bench.Contenders;

namespace GhostGen.Bench.Quick;

/// <summary>What there is to know of a model in one precision besides its times, which stand among those of the other contenders.</summary>
/// <param name="Precision">The numbers that weights are stored as: the file has the name.</param>
/// <param name="WeightBytes">The bytes of packed weights that a step reads.</param>
/// <param name="LargestError">The largest absolute difference of an output from the double reference over 64 steps: not a double, because the file rounds those, which are times, to three decimals.</param>
internal sealed record PrecisionResult(
    [property: JsonConverter(typeof(JsonStringEnumConverter<Precision>))] Precision Precision,
    long WeightBytes,
    float LargestError)
{
    /// <summary>Puts together what is known.</summary>
    public static PrecisionResult Of(PrecisionContender contender) =>
        new(contender.Model.Precision, contender.Model.Info.WeightBytes, (float)contender.LargestError);
}
