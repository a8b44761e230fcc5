using GhostGen.Kernels;
using GhostGen.Modeling;
using GhostGen.Packing;
using GhostGen.Quantization;

namespace GhostGen.Reference;

/// <summary>The products of a layer's weights with its sources, in the precision of the layer.</summary>
/// <param name="layer">The layer.</param>
/// <param name="inputIsBounded">Whether its input lies between -1 and 1 whatever happens.</param>
internal sealed class ReferenceProduct(LayerShape layer, bool inputIsBounded)
{
    private const float MostByte = 127;
    private const float MostShort = 32767;

    private readonly Dictionary<ArraySegment<float>, (sbyte[] Bytes, float Scale)> quantized = [];
    private readonly Dictionary<StageSource, bool> areBytes = [];

    /// <summary>Whether intrinsic states and ghosts are two sources, where gates read both.</summary>
    internal bool PartsState => layer is GhostGruShape { HasBytes: true, Ghosts: > 0 };

    /// <summary>Goes on from <paramref name="sum"/> with the products of a row of weights and a source.</summary>
    internal float Add(float sum, ArraySegment<float> weights, ReadOnlySpan<float> values, StageSource source) => IsBytes(source)
        ? AddBytes(sum, weights, values, SourceRange.Of(layer, source, inputIsBounded))
        : Chain.Add(sum, weights, values);

    private float AddBytes(float sum, ArraySegment<float> weights, ReadOnlySpan<float> values, float? known)
    {
        float range = known ?? ShapeLimits.LeastInputRange;
        bool isFinite = true;
        foreach (float value in values)
        {
            range = known ?? Math.Max(range, Math.Abs(value));
            isFinite &= float.IsFinite(value);
        }

        if (!isFinite)
        {
            return float.NaN;
        }

        (sbyte[] bytes, float scale) = Quantized(weights);
        float most = layer.Precision == Precision.Int8 ? MostByte : MostShort;
        float inverse = most / range;
        int products = 0;
        for (int k = 0; k < values.Length; k++)
        {
            products += bytes[k] * (int)MathF.Round(Math.Clamp(values[k] * inverse, -most, most), MidpointRounding.ToEven);
        }

        return Scalar.MultiplyAdd(products, scale * (range / most), sum);
    }

    private bool IsBytes(StageSource source)
    {
        if (!areBytes.TryGetValue(source, out bool isBytes))
        {
            isBytes = layer.HasBytes && TensorParts.IsBytes(layer, source);
            areBytes.Add(source, isBytes);
        }

        return isBytes;
    }

    private (sbyte[] Bytes, float Scale) Quantized(ArraySegment<float> weights)
    {
        if (!quantized.TryGetValue(weights, out (sbyte[] Bytes, float Scale) row))
        {
            row.Bytes = new sbyte[weights.Count];
            row.Scale = RowQuantizer.Quantize(weights, row.Bytes);
            quantized.Add(weights, row);
        }

        return row;
    }
}
