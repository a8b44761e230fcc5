namespace GhostGen.Bench.Contenders;

/// <summary>What contenders are called in tables and files.</summary>
internal static class ContenderNames
{
    /// <summary>The generated class, one call per step.</summary>
    public const string GeneratedStep = "generated Step";

    /// <summary>The generated class, one call per block of steps; per step.</summary>
    public const string GeneratedRun = "generated Run";

    /// <summary>The generated class's batch of 16 streams; per step of one stream.</summary>
    public const string GeneratedBatch = "generated Batch of 16";

    /// <summary>48 multiply-adds of one lane, with as many at the same time as the machine can do: timed along, because the clock changes during a run.</summary>
    public const string PeakMultiplyAdds = "48 multiply-adds at peak";

    /// <summary>The generated class with fast activations, one call per step.</summary>
    public const string FastStep = "generated fast Step";

    /// <summary>The generated class with fast activations, one call per block of steps; per step.</summary>
    public const string FastRun = "generated fast Run";

    /// <summary>A plain read of the generated class's weights.</summary>
    public const string PlainRead = "plain read";

    /// <summary>The vectorised runtime for sizes that are only known at run time.</summary>
    public const string Generic = "generic";

    /// <summary>The scalar runtime, straight from the equations.</summary>
    public const string Reference = "reference";

    /// <summary>A GRU out of the calls of System.Numerics.Tensors.</summary>
    public const string TensorPrimitives = "TensorPrimitives";

    /// <summary>ONNX Runtime's GRU.</summary>
    public const string OnnxRuntime = "ONNX Runtime";

    /// <summary>TorchSharp's GRU cell, where the bench was built with it.</summary>
    public const string TorchSharp = "TorchSharp";

    /// <summary>One multiply-add that waits for the one before it.</summary>
    public const string DependentMultiplyAdd = "dependent multiply-add";

    /// <summary>The generated class with weights of less than single precision, one call per step.</summary>
    public static string PrecisionStep(Precision precision) => $"generated {precision} Step";

    /// <summary>The generated class with weights of less than single precision, one call per block of steps; per step.</summary>
    public static string PrecisionRun(Precision precision) => $"generated {precision} Run";
}
