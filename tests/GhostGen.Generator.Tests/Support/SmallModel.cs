namespace GhostGen.Generator.Tests.Support;

/// <summary>A model file that fits on a page: one dense layer, 2 inputs and 1 output, weights 1 and -2, bias 0.5.</summary>
internal static class SmallModel
{
    internal const string Text = """
        {
          "format": "ghostgen/1",
          "name": "small",
          "input": 2,
          "layers": [
            { "kind": "dense", "name": "dense0", "units": 1, "activation": "none", "bias": true }
          ],
          "labels": ["yes"],
          "tensors": {
            "dense0.weight": { "dtype": "F32", "shape": [1, 2], "data": "AACAPwAAAMA=" },
            "dense0.bias": { "dtype": "F32", "shape": [1], "data": "AAAAPw==" }
          }
        }
        """;

    /// <summary>The file, under a path.</summary>
    internal static MemoryText At(string path) => new(path, Text);
}
