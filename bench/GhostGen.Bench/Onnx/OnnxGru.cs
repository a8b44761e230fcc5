using GhostGen.Kernels;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Microsoft.ML.OnnxRuntime;

namespace GhostGen.Bench.Onnx;

/// <summary>
/// A GRU in ONNX Runtime, used as well as it can be used from C#: one thread, no spinning, input and states bound once to memory that
/// stays, so that a step copies the frame in, runs, and copies the output out.
/// </summary>
internal sealed class OnnxGru : IStreamingModel, IDisposable
{
    private readonly InferenceSession session;
    private readonly RunOptions options = new();
    private readonly float[] input;
    private readonly float[][] states;
    private readonly OrtValue inputValue;
    private readonly OrtValue[] stateValues;

    /// <summary>Binding 0 reads state 0 and writes state 1; binding 1 the other way round.</summary>
    private readonly OrtIoBinding[] bindings;

    private int current;

    internal OnnxGru(ModelManifest manifest)
    {
        if (manifest.Shape.Layers is not [GruShape { Reset: ResetForm.AfterProduct, CandidateActivation: Activation.Tanh } layer])
        {
            throw new ArgumentException("Only a single GRU with the reset gate after the product and a tanh candidate is written as ONNX.", nameof(manifest));
        }

        Info = new ModelInfo(manifest.Shape, manifest.Shape.Parameters * sizeof(float));
        using var sessionOptions = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        sessionOptions.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        session = new InferenceSession(OnnxGruFile.Write(manifest, layer), sessionOptions);
        input = new float[layer.InputSize];
        states = [new float[layer.Hidden], new float[layer.Hidden]];
        inputValue = OrtValue.CreateTensorValueFromMemory(input, [1, 1, layer.InputSize]);
        stateValues = [.. states.Select(state => OrtValue.CreateTensorValueFromMemory(state, [1, 1, layer.Hidden]))];
        bindings = [Bind(0, 1), Bind(1, 0)];
    }

    /// <inheritdoc/>
    public ModelInfo Info { get; }

    /// <inheritdoc/>
    public Span<float> State => states[current];

    /// <inheritdoc/>
    public void Step(ReadOnlySpan<float> input, Span<float> output)
    {
        StepArguments.Check(input.Length, output.Length, Info.InputSize, Info.OutputSize);
        input.CopyTo(this.input);
        session.RunWithBinding(options, bindings[current]);
        current = 1 - current;
        states[current].CopyTo(output);
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
        foreach (OrtIoBinding binding in bindings)
        {
            binding.Dispose();
        }

        foreach (OrtValue value in stateValues)
        {
            value.Dispose();
        }

        inputValue.Dispose();
        options.Dispose();
        session.Dispose();
    }

    private OrtIoBinding Bind(int from, int to)
    {
        OrtIoBinding binding = session.CreateIoBinding();
        binding.BindInput(OnnxGruFile.Input, inputValue);
        binding.BindInput(OnnxGruFile.State, stateValues[from]);
        binding.BindOutput(OnnxGruFile.NewState, stateValues[to]);
        return binding;
    }
}
