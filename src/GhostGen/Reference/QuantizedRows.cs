using GhostGen.Quantization;

namespace GhostGen.Reference;

/// <summary>Rows of weights as bytes, each quantised once.</summary>
internal sealed class QuantizedRows
{
    private readonly Dictionary<ArraySegment<float>, (sbyte[] Bytes, float Scale)> rows = [];

    /// <summary>The bytes of a row and what they are to be multiplied with.</summary>
    internal (sbyte[] Bytes, float Scale) Of(ArraySegment<float> weights)
    {
        if (!rows.TryGetValue(weights, out (sbyte[] Bytes, float Scale) row))
        {
            row.Bytes = new sbyte[weights.Count];
            row.Scale = RowQuantizer.Quantize(weights, row.Bytes);
            rows.Add(weights, row);
        }

        return row;
    }
}
