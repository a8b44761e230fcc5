namespace GhostGen.Golden.Tests.Running;

/// <summary>An instance of a model in any precision, as the outside vectors need it.</summary>
internal interface IRunner
{
    /// <summary>Reads one frame and returns one output.</summary>
    double[] Step(ReadOnlySpan<float> input);

    /// <summary>Replaces what the model remembers.</summary>
    void SetState(ReadOnlySpan<float> state);

    /// <summary>Copies out what the model remembers.</summary>
    double[] CopyState();
}
