using GhostGen.Importing.Arrays;
using GhostGen.Importing.Numpy;
using GhostGen.Importing.Tests.Support;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Importing.Tests.TensorFlow;

/// <summary>Arrays of TensorFlow 1's GRUCell; their equations are held by the golden tests, on real networks.</summary>
public sealed class GruCellArraysTests
{
    [Theory]
    [InlineData("gates_kernel", "gates_bias", "candidate_kernel", "candidate_bias", "W_o", "b_o", "gru", "o")]
    [InlineData("rnn/gru_cell/gates/kernel:0", "rnn/gru_cell/gates/bias:0", "rnn/gru_cell/candidate/kernel:0", "rnn/gru_cell/candidate/bias:0", "dense/kernel:0", "dense/bias:0", "rnn_gru_cell", "dense")]
    public void Both_ways_of_naming_are_known(string gatesKernel, string gatesBias, string candidateKernel, string candidateBias, string kernel, string bias, string cell, string dense)
    {
        using var folder = new Folder();
        NamedArray[] arrays = [Tensors.Of(kernel, 2, 4), Tensors.Of(bias, 4), Tensors.Of(candidateBias, 2), Tensors.Of(candidateKernel, 5, 2), Tensors.Of(gatesBias, 4), Tensors.Of(gatesKernel, 5, 4)];
        ModelManifest manifest = ModelImport.Load(folder.Write("m.npz", arrays));
        Assert.Equal<LayerShape>([new GruShape(cell, 3, 2) { Reset = ResetForm.BeforeProduct }, new DenseShape(dense, 2, 4)], manifest.Shape.Layers);

        // Row g of the model's weights is column g of the gates' kernel, and then of the candidate's; its first rows are the inputs'.
        float[] weights = manifest.Tensor(manifest.Shape.Layers[0], TensorNames.WeightInput);
        Assert.Equal(arrays[5].Values[(1 * 4) + 3], weights[(3 * 3) + 1]);
        Assert.Equal(arrays[3].Values[(2 * 2) + 1], weights[(5 * 3) + 2]);
        float[] state = manifest.Tensor(manifest.Shape.Layers[0], TensorNames.WeightHidden);
        Assert.Equal(arrays[5].Values[((3 + 1) * 4) + 2], state[(2 * 2) + 1]);
    }

    [Fact]
    public void A_folder_of_arrays_is_called_as_the_folder()
    {
        using var folder = new Folder();
        foreach (NamedArray array in (NamedArray[])[Tensors.Of("gates_kernel", 5, 4), Tensors.Of("gates_bias", 4), Tensors.Of("candidate_kernel", 5, 2), Tensors.Of("candidate_bias", 2)])
        {
            using var stream = new MemoryStream();
            NpyWriter.Write(array, stream);
            folder.Write($"spotter/{array.Name}.npy", stream.ToArray());
        }

        Assert.Equal("spotter", ModelImport.Load(folder.PathOf("spotter")).Shape.Name);
        Assert.Equal("spotter", ModelImport.Load(folder.PathOf("spotter") + Path.DirectorySeparatorChar).Shape.Name);
    }

    [Theory]
    [InlineData("gates_kernel", 5, 5, "its shape is [5, 5]; beside the layer's other arrays, [5, 4] is expected")]
    [InlineData("candidate_kernel", 2, 2, "it has 2 rows; inputs and 2 states are expected to have one each")]
    [InlineData("extra", 5, 5, "array 'extra' [5, 5] belongs to no GRUCell and no dense layer")]
    [InlineData("gates/kernel", 5, 4, "is the same part of the same layer")]
    [InlineData("x_bias", 5, 4, "it has 'x_bias', and no kernel")]
    public void What_does_not_fit_is_refused(string name, int rows, int columns, string expected)
    {
        using var folder = new Folder();
        NamedArray[] arrays = [Tensors.Of("gates_kernel", 5, 4), Tensors.Of("gates_bias", 4), Tensors.Of("candidate_kernel", 5, 2), Tensors.Of("candidate_bias", 2)];
        NamedArray odd = Tensors.Of(name, rows, columns);
        if (name == "candidate_kernel")
        {
            arrays[0] = Tensors.Of("gates_kernel", 2, 4);
        }

        string path = folder.Write("m.npz", [.. arrays.Where(array => array.Name != name), odd]);
        Assert.Contains(expected, Assert.Throws<ImportException>(() => ModelImport.Load(path)).Message, StringComparison.Ordinal);
    }
}
