using GhostGen.Importing.Arrays;
using GhostGen.Importing.PyTorch;
using GhostGen.Importing.TensorFlow;

namespace GhostGen.Importing;

/// <summary>Tells whose arrays a file holds.</summary>
internal static class ArrayImport
{
    /// <summary>The layers of a file of arrays.</summary>
    /// <exception cref="ImportException">Arrays that belong together do not fit each other.</exception>
    public static Layers.SourceLayers Recognise(ArrayFile file) =>
        GruCellArrays.AreIn(file) ? GruCellArrays.Recognise(file) : StateDictionary.Recognise(file);
}
