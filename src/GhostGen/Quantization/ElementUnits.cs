namespace GhostGen.Quantization;

/// <summary>How finely elements of sources are told apart.</summary>
internal static class ElementUnits
{
    private const int MostByte = 127;
    private const int MostShort = 32767;

    /// <summary>The whole number that the range of a source becomes.</summary>
    internal static int Most(Precision precision) => precision == Precision.Int8 ? MostByte : MostShort;
}
