using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Golden.Tests.Conversion;

/// <summary>
/// The keyword spotters of "Hello Edge" (arXiv 1711.07128): TensorFlow 1's GRUCell, whose kernels multiply <c>[x, h]</c> from the left
/// and whose gates stand in the order r, u with the reset before the product; then logits.
/// </summary>
internal static class HelloEdge
{
    /// <summary>Reads one network.</summary>
    /// <param name="folder">The folder of its arrays, with <c>labels.txt</c> beside it.</param>
    public static ModelManifest Read(string folder)
    {
        Dictionary<string, NumpyArray> arrays = NumpyArrays.FromFolder(folder);
        int hidden = arrays["candidate_bias"].Values.Length;
        int rows = arrays["candidate_kernel"].Sizes[0];
        int input = rows - hidden;
        int labels = arrays["b_o"].Values.Length;
        float[] gates = Layout.Transpose(arrays["gates_kernel"].Values, rows, 2 * hidden);
        float[] candidate = Layout.Transpose(arrays["candidate_kernel"].Values, rows, hidden);
        float[] stacked = [.. gates, .. candidate];
        return new ManifestBuilder($"hello_edge_{Path.GetFileName(folder)}")
            .Add(
                new GruShape("gru", input, hidden) { Reset = ResetForm.BeforeProduct },
                Columns(stacked, rows, 0, input),
                Columns(stacked, rows, input, hidden),
                [.. arrays["gates_bias"].Values, .. arrays["candidate_bias"].Values])
            .Add(
                new DenseShape("logits", hidden, labels),
                Layout.Transpose(arrays["W_o"].Values, hidden, labels),
                arrays["b_o"].Values)
            .Build(File.ReadAllLines(Path.Combine(folder, "..", "labels.txt")));
    }

    private static float[] Columns(float[] matrix, int stride, int first, int count) =>
        [.. Enumerable.Range(0, matrix.Length / stride).SelectMany(row => matrix.AsSpan((row * stride) + first, count).ToArray())];
}
