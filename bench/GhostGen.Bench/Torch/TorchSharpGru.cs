using System.Runtime.InteropServices;
using GhostGen.Kernels;
using GhostGen.Manifests;
using GhostGen.Modeling;
using TorchSharp;
using TorchSharp.Modules;

namespace GhostGen.Bench.Torch;

/// <summary>
/// A GRU in TorchSharp, used as well as it can be used from C#: the cell, which takes less than the layer for sequences; one thread,
/// inference mode, the frame written into a tensor that stays. The new state is a new tensor each time: the cell offers nothing else.
/// </summary>
internal sealed class TorchSharpGru : IStreamingModel, IDisposable
{
    private readonly GRUCell cell;
    private readonly torch.Tensor input;
    private torch.Tensor state;

    internal TorchSharpGru(ModelManifest manifest)
    {
        if (manifest.Shape.Layers is not [GruShape { Reset: ResetForm.AfterProduct, CandidateActivation: Activation.Tanh } layer])
        {
            throw new ArgumentException("Only a single GRU with the reset gate after the product and a tanh candidate is one of TorchSharp's.", nameof(manifest));
        }

        TorchSharpSettings.Apply();
        Info = new ModelInfo(manifest.Shape, manifest.Shape.Parameters * sizeof(float));
        cell = torch.nn.GRUCell(layer.InputSize, layer.Hidden);
        foreach (TensorShape tensor in layer.Tensors)
        {
            // The model file's names, order of gates and shapes are PyTorch's.
            manifest.Tensor(layer, tensor.Name).CopyTo(Values(cell.get_parameter(tensor.Name)!));
        }

        input = torch.zeros(1, layer.InputSize);
        state = torch.zeros(1, layer.Hidden);
    }

    /// <inheritdoc/>
    public ModelInfo Info { get; }

    /// <inheritdoc/>
    public Span<float> State => Values(state);

    /// <inheritdoc/>
    public void Step(ReadOnlySpan<float> input, Span<float> output)
    {
        StepArguments.Check(input.Length, output.Length, Info.InputSize, Info.OutputSize);
        input.CopyTo(Values(this.input));
        torch.Tensor next = cell.call(this.input, state);
        state.Dispose();
        state = next;
        State.CopyTo(output);
    }

    /// <inheritdoc/>
    public void Run(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        int steps = StepArguments.CheckRun(inputs, outputs, Info.InputSize, Info.OutputSize);
        for (int i = 0; i < steps; i++)
        {
            Step(inputs.Slice(i * Info.InputSize, Info.InputSize), outputs.Slice(i * Info.OutputSize, Info.OutputSize));
        }
    }

    /// <inheritdoc/>
    public void Reset() => State.Clear();

    /// <inheritdoc/>
    public void Dispose()
    {
        state.Dispose();
        input.Dispose();
        cell.Dispose();
    }

    private static Span<float> Values(torch.Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
