namespace GhostGen.Samples.Spotting;

/// <summary>
/// Runs a network over a second of features as it was trained to: it knows nothing before the first frame, and what it says after the last counts. Nothing
/// is allocated after construction; an instance is for one thread at a time.
/// </summary>
public sealed class ClipNetwork
{
    private readonly IStreamingModel model;
    private readonly float[] posteriors;

    /// <summary>Takes a network.</summary>
    /// <param name="model">The network, whose state nobody else may rely on from now on.</param>
    /// <exception cref="ArgumentException">It has another number of inputs than a frame has features, or no name for each output.</exception>
    public ClipNetwork(IStreamingModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Info.InputSize != FrontEnd.Options.Size || model.Info.Labels.Count != model.Info.OutputSize)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The model '{model.Info.Name}' has {model.Info.InputSize} inputs, {model.Info.OutputSize} outputs and {model.Info.Labels.Count} labels; a spotter needs {FrontEnd.Options.Size} inputs, and a label for each output."),
                nameof(model));
        }

        this.model = model;
        Labels = new(model.Info.Labels);
        posteriors = new float[model.Info.OutputSize];
    }

    /// <summary>What the outputs mean.</summary>
    public SpotterLabels Labels { get; }

    /// <summary>The posteriors of the last run, one for each label; zeros before the first.</summary>
    public ReadOnlySpan<float> Posteriors => posteriors;

    /// <summary>Runs the network.</summary>
    /// <returns><see cref="Posteriors"/>.</returns>
    public ReadOnlySpan<float> Run(FeatureRing second)
    {
        ArgumentNullException.ThrowIfNull(second);
        model.Reset();
        for (int frame = 0; frame < FrontEnd.ClipFrames; frame++)
        {
            model.Step(second.Frame(frame), posteriors);
        }

        return posteriors;
    }

    /// <summary>Forgets the last run.</summary>
    public void Reset() => Array.Clear(posteriors);
}
