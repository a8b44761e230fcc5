namespace GhostGen.Reference;

/// <summary>Sees what a layer reads in a step, before it does.</summary>
/// <param name="layer">The position of the layer, from 0.</param>
/// <param name="input">Its input.</param>
internal delegate void LayerInputObserver(int layer, ReadOnlySpan<float> input);
