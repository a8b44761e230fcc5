using GhostGen.Modeling;

namespace GhostGen.Golden.Tests.Conversion;

/// <summary>One direction of ONNX's GRU operator: gates in the order z, r, h.</summary>
internal static class OnnxGru
{
    /// <summary>Adds the operator's layer.</summary>
    /// <param name="builder">The model.</param>
    /// <param name="shape">The layer; its reset form says what <c>linear_before_reset</c> was.</param>
    /// <param name="weights">W, [3h, input].</param>
    /// <param name="recurrent">R, [3h, h].</param>
    /// <param name="biases">B, [6h]: the input's and then the state's, or null.</param>
    public static ManifestBuilder AddOnnxGru(this ManifestBuilder builder, GruShape shape, float[] weights, float[] recurrent, float[]? biases)
    {
        biases ??= new float[6 * shape.Hidden];
        float[] input = Layout.ResetFirst(biases.AsSpan(0, 3 * shape.Hidden));
        float[] state = Layout.ResetFirst(biases.AsSpan(3 * shape.Hidden));
        return shape.Reset == ResetForm.BeforeProduct
            ? builder.Add(shape, Layout.ResetFirst(weights), Layout.ResetFirst(recurrent), Layout.Sum(input, state))
            : builder.Add(shape, Layout.ResetFirst(weights), Layout.ResetFirst(recurrent), input, state);
    }
}
