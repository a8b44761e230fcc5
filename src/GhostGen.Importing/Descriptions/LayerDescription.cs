using GhostGen.Modeling;

namespace GhostGen.Importing.Descriptions;

/// <summary>What a description says of one layer. Everything but where it is found may be left out; the words are those of the model file.</summary>
internal sealed record LayerDescription
{
    /// <summary>What the source calls the layer.</summary>
    public required string From { get; init; }

    /// <summary><c>gru</c>, <c>ghost_gru</c> or <c>dense</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>What the model calls the layer.</summary>
    public string? Name { get; init; }

    /// <summary>Recurrent: the length of the state.</summary>
    public int? Hidden { get; init; }

    /// <summary>Dense: the number of outputs.</summary>
    public int? Units { get; init; }

    /// <summary>Ghost: hidden over intrinsic size.</summary>
    public double? Ratio { get; init; }

    /// <summary>Ghost: the shape of the cheap operation.</summary>
    public CheapMap? Cheap { get; init; }

    /// <summary>Ghost: the blocks of a grouped cheap operation.</summary>
    public int? Groups { get; init; }

    /// <summary>Ghost: the function of the cheap operation.</summary>
    public Activation? CheapActivation { get; init; }

    /// <summary>Ghost: whether the cheap operation has a bias.</summary>
    public bool? CheapBias { get; init; }

    /// <summary>Recurrent: where the reset gate enters.</summary>
    public ResetForm? Reset { get; init; }

    /// <summary>Dense: the function of each output. Plain recurrent: that of the candidate.</summary>
    public Activation? Activation { get; init; }

    /// <summary>Dense: whether there is a bias.</summary>
    public bool? Bias { get; init; }

    /// <summary>What the layer's input lies within.</summary>
    public float? InputRange { get; init; }
}
