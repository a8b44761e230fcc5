namespace GhostGen.Importing;

/// <summary>The formats that models are read from.</summary>
public enum ModelFormat
{
    /// <summary>The product's own <c>*.ghost.json</c>.</summary>
    GhostJson,

    /// <summary>A PyTorch state dictionary as <c>*.safetensors</c>.</summary>
    Safetensors,

    /// <summary>Arrays of a state dictionary, or of TensorFlow 1's GRUCell, as <c>*.npz</c>.</summary>
    NumpyArchive,

    /// <summary>The same arrays as a folder of <c>*.npy</c> files.</summary>
    NumpyFolder,

    /// <summary>An ONNX model, <c>*.onnx</c>.</summary>
    Onnx,

    /// <summary>RTNeural's JSON, in Keras's layout.</summary>
    RtNeural,

    /// <summary>The arrays of RNNoise's <c>rnn_data.c</c> as JSON.</summary>
    RnNoise,
}
