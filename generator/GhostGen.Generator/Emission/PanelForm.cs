namespace GhostGen.Generator.Emission;

/// <summary>Where a panel's method begins: what comes before has been done for a tile of streams or steps together, and left as sums.</summary>
internal enum PanelForm
{
    /// <summary>At the biases: the method does all of it.</summary>
    Whole,

    /// <summary>Behind the input's products.</summary>
    AfterInput,

    /// <summary>Behind all products: at the activations.</summary>
    End,
}
